import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { draftWriter } from '#renderer/app/api/draft-writer.ts';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { PageHead } from '#renderer/ui/page/page.tsx';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { BasicsGroup } from './basics-group.tsx';
import { ClaimsGroup } from './claims-group.tsx';
import { KnownFiles } from './known-files.tsx';
import { PartiesGroup } from './parties-group.tsx';
import { useReceiveIssues } from './receive-issues.ts';
import { emptyReceipt, type ReceiveValue, receiveInput } from './receive-value.ts';
import '../dossier.css';

/** 收件: what the window writes down when somebody files, kept as it is typed. */
export function ReceivePage() {
  const office = useAsk('office.get', {});
  return (
    <PageState value={office.last} failure={office.failure} onAgain={office.again}>
      {(found) => <ReceiveForm office={found} />}
    </PageState>
  );
}

/** The branch this device stands in, as long as it gives numbers. */
function standsIn({ settings }: CallOutput<'office.get'>): string {
  return settings.branches.some(({ code, ended }) => code === settings.branch && !ended) ? settings.branch : '';
}

function ReceiveForm({ office }: { readonly office: CallOutput<'office.get'> }) {
  const { t } = useTranslation('dossier');
  const navigate = useNavigate();
  const today = useToday();
  const [receive] = useAct('dossier.receive');
  const drafts = useDraftStore('dossier.receive', t('receive.title'));
  const issues = useReceiveIssues(today);
  const form = useForm<ReceiveValue>({
    initial: emptyReceipt(office.side === 'inspection' ? 'lsi' : 'arb', today, standsIn(office)),
    validate: issues,
    drafts,
    submit: async (value) => {
      const input = receiveInput(value);
      if (input === undefined) return undefined;
      const reply = await receive({ ...input, writer: draftWriter });
      if (!reply.ok) return reply.failure;
      void navigate(`/dossiers/${reply.value.id}`, { replace: true });
      return undefined;
    },
  });
  const { side } = form.root.value;
  return (
    <>
      <PageHead title={t('receive.title')} under={t(`receive.under.${side}`)} />
      <FormShell
        form={form}
        label={t('receive.title')}
        submitText={t('receive.submit')}
        onLeave={() => void navigate('/dossiers')}
      >
        <BasicsGroup office={office} bound={form.root} />
        <PartiesGroup bound={form.root} />
        <KnownFiles value={form.root.value} />
        <ClaimsGroup bound={form.root} />
      </FormShell>
    </>
  );
}
