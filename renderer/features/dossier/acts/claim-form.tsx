import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { parseLocalDate } from '#shared/base/local-date.ts';
import type { Fen } from '#shared/base/money.ts';
import { draftKey } from '../page/use-act-address.ts';
import { ClaimFields } from '../receive/claim-fields.tsx';
import { useClaimIssues } from '../receive/receive-issues.ts';
import { emptyClaim, isBlank, type TypedClaim } from '../receive/receive-value.ts';
import type { ActProps } from './dossier-sheets.tsx';
import { FocusFirst } from './focus-first.tsx';

/** A known claim as the form begins. */
function knownClaim(view: ActProps['view'], id: string | undefined): TypedClaim | undefined {
  const claim = view.claims.find((one) => one.id === id);
  if (claim === undefined) return undefined;
  return {
    code: claim.code,
    // Amounts cross the contract as plain numbers of fen.
    amountFen: claim.amountFen as Fen | null,
    from: parseLocalDate(claim.from ?? '') ?? null,
    to: parseLocalDate(claim.to ?? '') ?? null,
    basis: claim.basis,
  };
}

/** Adds a claim or matter, or changes one. */
export function ClaimForm({ id, view, about, onDone }: ActProps) {
  const { t } = useTranslation('dossier');
  const [add] = useAct('claim.add');
  const [amend] = useAct('claim.amend');
  const [claim] = about;
  const { side, caseNo, windowNo } = view.row;
  const title = t(claim === undefined ? `claim.add.${side}` : `claim.amend.${side}`);
  const issues = useClaimIssues();
  const key = draftKey(claim === undefined ? 'claim.add' : 'claim.amend', id, ...about);
  const form = useForm<TypedClaim>({
    initial: knownClaim(view, claim) ?? emptyClaim,
    validate: (value) =>
      isBlank(value) ? [{ path: 'code', level: 'error', text: t('issue.code') }] : issues(value, side, ''),
    drafts: useDraftStore(key, `${title} ${caseNo ?? windowNo}`),
    submit: async ({ code, ...value }) => {
      if (code === null) return undefined;
      const said = { dossier: id, code, ...value };
      const reply = await (claim === undefined ? add(said) : amend({ ...said, claim }));
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
