import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { RadioField } from '#renderer/ui/fields/choice-field.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { ProseField, TextField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { ClashPanel, type FieldWords } from '#renderer/ui/form/clash-panel.tsx';
import { type AmendForm, useAmendForm } from '#renderer/ui/form/use-amend-form.ts';
import type { FormIssue } from '#renderer/ui/form/use-form.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { PageState, RefusedState } from '#renderer/ui/state/page-state.tsx';
import { type LocalDate, parseLocalDate } from '#shared/base/local-date.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { notFound } from '#shared/contract/failure.ts';
import { authorities, type Mandate, mandateKinds, mandateNames, readMandate } from '#shared/domain/party/mandate.ts';
import { draftKey } from '../page/use-act-address.ts';
import { ActShell } from './act-shell.tsx';
import type { ActProps } from './dossier-sheets.tsx';
import { PrincipalsField } from './principals-field.tsx';

type Known = CallOutput<'agent.list'>;

function mandateIn({ agents }: Known, party: string): Mandate | undefined {
  const agent = agents.find((one) => one.party === party);
  if (agent === undefined) return undefined;
  const { kind, authority, standing, scope, paperOn } = agent;
  const principals = agent.principals
    .map(({ id }) => id)
    .toSorted()
    .join(',');
  return { kind, authority, standing, scope, paperOn: parseLocalDate(paperOn ?? '') ?? null, principals };
}

/** Writes down for whom and by what an agent acts; `about` names the agent. */
export function AgentForm(props: ActProps) {
  const known = useAsk('agent.list', { dossier: props.id });
  return (
    <PageState value={known.last} failure={known.failure} onAgain={known.again}>
      {(found) => <Opened {...props} found={found} />}
    </PageState>
  );
}

function Opened(props: ActProps & { readonly found: Known }) {
  // As it was when the form was opened: an agent taken off meanwhile must not take the typing with it.
  const [opened] = useState(() => props.found);
  const mandate = mandateIn(opened, props.about[0] ?? '');
  if (mandate === undefined) return <RefusedState failure={notFound('agent')} />;
  return <Fields {...props} found={opened} mandate={mandate} />;
}

/** The words for the fields of a mandate in the conflict state. */
function useMandateWords({ may }: Known): FieldWords {
  const { t } = useTranslation('agent');
  const bilingual = useBilingual();
  const codes = [...mandateKinds, ...authorities];
  return {
    label: (field) => t(`field.${field}`),
    say: (field, value) => {
      const text = String(value ?? '');
      const code = codes.find((known) => known === text);
      if (code !== undefined && (field === 'kind' || field === 'authority')) return bilingual(mandateNames[code]);
      if (field !== 'principals') return text;
      const ids = text.split(',');
      return may.flatMap(({ id, name }) => (ids.includes(id) ? [name] : [])).join('、');
    },
  };
}

function useIssues(): (value: Mandate, today: LocalDate) => readonly FormIssue[] {
  const failureText = useFailureText();
  return (value, today) => {
    const read = readMandate(value, today);
    if (read.ok) return [];
    const { code, field } = read.error;
    return [{ path: field, level: 'error', text: failureText({ kind: 'bad-input', code }) }];
  };
}

type Props = ActProps & { readonly found: Known; readonly mandate: Mandate };

function useMandateForm({ id, view, found, mandate, about, onDone }: Props): AmendForm<Mandate> {
  const { t } = useTranslation('agent');
  const today = useToday();
  const [party = ''] = about;
  const [act] = useAct('agent.set');
  const issues = useIssues();
  return useAmendForm<Mandate>({
    initial: mandate,
    base: found.revision,
    validate: (value) => issues(value, today),
    drafts: useDraftStore(draftKey('agent.set', id, party), `${t('open')} ${view.row.caseNo ?? view.row.windowNo}`),
    submit: async ({ kind, principals, ...changes }, base) => {
      const reply = await act({
        ...{ dossier: id, party, base, ...changes },
        ...(kind === undefined || kind === '' ? {} : { kind }),
        ...(principals === undefined ? {} : { principals: principals.split(',').filter((one) => one !== '') }),
      });
      if (!reply.ok) return reply.failure;
      window.setTimeout(onDone);
      return undefined;
    },
  });
}

function Fields(props: Props) {
  const { t } = useTranslation('agent');
  const bilingual = useBilingual();
  const today = useToday();
  const amend = useMandateForm(props);
  const words = useMandateWords(props.found);
  const { bound } = amend;
  const choices = <C extends keyof typeof mandateNames>(codes: readonly C[]) =>
    codes.map((value) => ({ value, label: bilingual(mandateNames[value]) }));
  return (
    <ActShell
      form={amend.form}
      label={t('open')}
      submitText={t('save')}
      onLeave={props.onDone}
      above={<ClashPanel amend={amend} words={words} />}
    >
      <RadioField<Mandate['kind']>
        label={t('field.kind')}
        required
        choices={choices(mandateKinds)}
        bound={part(bound, 'kind')}
      />
      {bound.value.kind === 'legal' ? null : (
        <RadioField<Mandate['authority']>
          label={t('field.authority')}
          required
          choices={choices(authorities)}
          bound={part(bound, 'authority')}
        />
      )}
      <PrincipalsField
        label={t('field.principals')}
        choices={props.found.may}
        more={props.found.more}
        bound={part(bound, 'principals')}
      />
      <DateField label={t('field.paperOn')} today={today} bound={part(bound, 'paperOn')} />
      <TextField label={t('field.standing')} max={100} hint={t('standingHint')} bound={part(bound, 'standing')} />
      <ProseField label={t('field.scope')} max={1000} rows={2} bound={part(bound, 'scope')} />
    </ActShell>
  );
}
