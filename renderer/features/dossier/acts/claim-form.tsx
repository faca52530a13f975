import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { ClashPanel, type FieldWords } from '#renderer/ui/form/clash-panel.tsx';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useAmendForm } from '#renderer/ui/form/use-amend-form.ts';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { RefusedState } from '#renderer/ui/state/page-state.tsx';
import { parseLocalDate } from '#shared/base/local-date.ts';
import { type Fen, formatYuan } from '#shared/base/money.ts';
import { notFound } from '#shared/contract/failure.ts';
import type { DossierSide } from '#shared/domain/dossier/dossier.ts';
import { useDossierNames } from '../names.ts';
import { draftKey } from '../page/use-act-address.ts';
import { ClaimFields } from '../receive/claim-fields.tsx';
import { useClaimIssues } from '../receive/receive-issues.ts';
import { emptyClaim, isBlank, type TypedClaim } from '../receive/receive-value.ts';
import type { ActProps } from './dossier-sheets.tsx';
import { FocusFirst } from './focus-first.tsx';

/** The two ends of a period mean something only beside each other. */
const period = ['from', 'to'];

/** A known claim as the form begins. */
function knownClaim(view: ActProps['view'], id: string): TypedClaim | undefined {
  const claim = view.claims.find((one) => one.id === id);
  if (claim === undefined) return undefined;
  const { id: _id, ...known } = claim;
  // Amounts cross the contract as plain numbers of fen.
  const fen = (amount: number | null) => amount as Fen | null;
  return {
    ...known,
    ...{ amountFen: fen(known.amountFen), awardedFen: fen(known.awardedFen), mediatedFen: fen(known.mediatedFen) },
    ...{ from: parseLocalDate(known.from ?? '') ?? null, to: parseLocalDate(known.to ?? '') ?? null },
  };
}

/** What is wrong with a claim that was opened on purpose: here an empty one is not left out silently. */
function useFirmIssues(side: DossierSide) {
  const { t } = useTranslation('dossier');
  const issues = useClaimIssues();
  return (value: TypedClaim) =>
    isBlank(value) ? [{ path: 'code', level: 'error' as const, text: t('issue.code') }] : issues(value, side, '');
}

/** Adds a claim or matter. */
export function ClaimAddForm({ id, view, onDone }: ActProps) {
  const { t } = useTranslation('dossier');
  const [add] = useAct('claim.add');
  const { side, caseNo, windowNo } = view.row;
  const title = t(`claim.add.${side}`);
  const form = useForm<TypedClaim>({
    initial: emptyClaim,
    validate: useFirmIssues(side),
    drafts: useDraftStore(draftKey('claim.add', id), `${title} ${caseNo ?? windowNo}`),
    submit: async ({ code, ...value }) => {
      if (code === null) return undefined;
      const reply = await add({ dossier: id, code, ...value });
      if (!reply.ok) return reply.failure;
      window.setTimeout(onDone);
      return undefined;
    },
  });
  return (
    <FormShell form={form} label={title} submitText={t('amend.submit')} onLeave={onDone}>
      <FocusFirst />
      <ClaimFields side={side} bound={form.root} />
    </FormShell>
  );
}

/** The words for a claim's fields in the conflict state. */
function useClaimWords(side: DossierSide): FieldWords {
  const { t } = useTranslation('dossier');
  const { t: say } = useTranslation('claim');
  const names = useDossierNames();
  return {
    label: (field) => {
      if (field === 'code') return t(`claim.code.${side}`);
      if (field === 'from' || field === 'to') return t(`claim.${field}`);
      if (field === 'basis') return t('claim.basis');
      if (field === 'formula' || field === 'inputs') return say(`parts.${field}`);
      return t('claim.amount');
    },
    say: (field, value) => {
      if (typeof value === 'number') return formatYuan(value as Fen);
      return field === 'code' ? names.claim(value ?? '') : (value ?? '');
    },
  };
}

/** Changes a claim or matter. What another window changed meanwhile stays, or is chosen field by field. */
export function ClaimAmendForm(props: ActProps) {
  const [claim = ''] = props.about;
  // As it was when the form was opened: a claim taken off meanwhile must not take the typing with it.
  const [known] = useState(() => knownClaim(props.view, claim));
  if (known === undefined) return <RefusedState failure={notFound('claim')} />;
  return <Amend {...props} claim={claim} known={known} />;
}

function Amend({ id, view, onDone, claim, known }: ActProps & { readonly claim: string; readonly known: TypedClaim }) {
  const { t } = useTranslation('dossier');
  const [act] = useAct('claim.amend');
  const { side, caseNo, windowNo } = view.row;
  const title = t(`claim.amend.${side}`);
  const amend = useAmendForm<TypedClaim>({
    initial: knownClaim(view, claim) ?? known,
    base: view.revision,
    validate: useFirmIssues(side),
    drafts: useDraftStore(draftKey('claim.amend', id, claim), `${title} ${caseNo ?? windowNo}`),
    together: period,
    submit: async ({ code, ...changes }, base) => {
      // A claim without its kind is stopped before it comes here.
      const kind = code === undefined || code === null ? {} : { code };
      // What a formula comes to is reckoned again where it is stored.
      const { amountFen: _amount, ...others } = changes;
      const typed = amend.bound.value.formula.trim() === '' ? changes : others;
      const reply = await act({ dossier: id, claim, base, ...kind, ...typed });
      if (!reply.ok) return reply.failure;
      window.setTimeout(onDone);
      return undefined;
    },
  });
  const words = useClaimWords(side);
  return (
    <FormShell form={amend.form} label={title} submitText={t('amend.submit')} onLeave={onDone}>
      <FocusFirst />
      <ClashPanel amend={amend} words={words} />
      <ClaimFields side={side} bound={amend.bound} />
    </FormShell>
  );
}
