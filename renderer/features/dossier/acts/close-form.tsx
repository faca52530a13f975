import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { ConfidenceMark } from '#renderer/ui/deadline/marks.tsx';
import { CheckField, SelectField } from '#renderer/ui/fields/choice-field.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { ProseField, TextField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { type FormIssue, useForm } from '#renderer/ui/form/use-form.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import type { LocalDate } from '#shared/base/local-date.ts';
import { closeTypeOf, closeTypesFor } from '#shared/domain/dossier/close-type.ts';
import { actOfClosing, deciders } from '#shared/domain/dossier/deciders.ts';
import { useDossierNames } from '../names.ts';
import { draftKey } from '../page/use-act-address.ts';
import { ActShell } from './act-shell.tsx';
import { DeciderLine } from './decider-line.tsx';
import { useDecisionIssues } from './decision-issues.ts';
import type { ActProps } from './dossier-sheets.tsx';

type Close = {
  readonly on: LocalDate | null;
  readonly type: string | null;
  readonly absent: boolean;
  readonly decidedBy: string;
  readonly paper: string;
  readonly note: string;
};

/** Ways of ending that may happen in the absence of a party. */
const awards: readonly string[] = ['arb.award-final', 'arb.award-open', 'arb.award-both'];

/** The form of closing and what its submit does. */
function useCloseForm({ id, view, onDone, last }: Props, title: string) {
  const { t } = useTranslation('dossier');
  const announce = useAnnounce();
  const today = useToday();
  const [close] = useAct('dossier.close');
  const { row } = view;
  const decisionIssues = useDecisionIssues();
  const missing = (path: string, text: string): FormIssue => ({ path, level: 'error', text });
  return useForm<Close>({
    initial: { on: today, type: null, absent: false, decidedBy: last, paper: '', note: '' },
    validate: ({ on, type, decidedBy, paper }) => [
      ...(type === null ? [missing('type', t('issue.closeType'))] : []),
      ...(on === null ? [missing('on', t('issue.date'))] : []),
      ...decisionIssues(deciders[row.side][actOfClosing(type ?? '')], { decidedBy, paper }, 'decidedBy'),
    ],
    drafts: useDraftStore(draftKey('dossier.close', id), `${title} ${row.caseNo ?? row.windowNo}`),
    submit: async ({ on, type, absent, ...said }) => {
      if (on === null || type === null) return undefined;
      const reply = await close({ dossier: id, on, type, absent: absent && awards.includes(type), ...said });
      if (!reply.ok) return reply.failure;
      announce(t('close.done'));
      window.setTimeout(onDone);
      return undefined;
    },
  });
}

type Props = ActProps & { readonly last: string };

/** 结案, or the end of a file that was never accepted; who decided the last time stands there already. */
export function CloseForm(props: ActProps) {
  const decider = useAsk('dossier.lastDecider', { side: props.view.row.side });
  return (
    <PageState value={decider.last} failure={decider.failure} onAgain={decider.again}>
      {({ decidedBy }) => <Closing {...props} last={decidedBy} />}
    </PageState>
  );
}

/** Says what stops and that the content is then fixed. */
function Closing(props: Props) {
  const { t } = useTranslation('dossier');
  const names = useDossierNames();
  const today = useToday();
  const { view, onDone } = props;
  const { row } = view;
  const title = t(row.status === 'received' ? 'close.openReject' : 'close.open');
  const form = useCloseForm(props, title);
  return (
    <ActShell
      form={form}
      label={title}
      submitText={title}
      onLeave={onDone}
      basis={<CloseBasis type={form.root.value.type} view={view} />}
    >
      <SelectField<string>
        label={t('close.type')}
        required
        choices={closeTypesFor({ ...row, region: view.region }).map(({ code, name }) => ({
          value: code,
          label: names.closeType(code),
          words: `${name.zh} ${name.en}`,
        }))}
        bound={part(form.root, 'type')}
      />
      <DateField label={t('close.on')} required today={today} bound={part(form.root, 'on')} />
      {awards.includes(form.root.value.type ?? '') ? (
        <CheckField label={t('close.absent')} bound={part(form.root, 'absent')} />
      ) : null}
      <TextField label={t('clock.decidedBy')} required max={60} bound={part(form.root, 'decidedBy')} />
      <TextField
        label={t('close.paperOf')}
        required
        max={120}
        hint={t('close.paperHint')}
        bound={part(form.root, 'paper')}
      />
      <ProseField label={t('close.note')} rows={2} max={4000} bound={part(form.root, 'note')} />
      {row.openRequests === 0 ? null : (
        <div className="whole">
          <Notice tone="amber">{t('close.openRequests', { n: row.openRequests })}</Notice>
        </div>
      )}
    </ActShell>
  );
}

/** The article and paper of the way chosen, and what closing does. */
function CloseBasis({ type, view }: { readonly type: string | null; readonly view: ActProps['view'] }) {
  const { t } = useTranslation('dossier');
  const bilingual = useBilingual();
  const chosen = closeTypeOf(type ?? '');
  const { side } = view.row;
  return (
    <>
      {chosen === undefined ? null : (
        <>
          {t('close.basis', { basis: bilingual(chosen.basis) })}
          {chosen.paper === null ? '' : ` ${t('close.paper', { paper: bilingual(chosen.paper) })}`}{' '}
          <ConfidenceMark confidence={chosen.confidence} />
          <br />
        </>
      )}
      <DeciderLine decider={deciders[side][actOfClosing(type ?? '')]} />
      <br />
      {t('close.effect')}
    </>
  );
}
