import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { CheckField } from '#renderer/ui/fields/choice-field.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import type { UserId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { userIdField } from '#shared/contract/fields.ts';
import { acceptDecider } from '#shared/domain/dossier/deciders.ts';
import { ownStep, stepOf } from '#shared/domain/dossier/steps/all-steps.ts';
import { draftKey } from '../page/use-act-address.ts';
import { ActShell } from './act-shell.tsx';
import { DeciderLine } from './decider-line.tsx';
import { useDecisionIssues } from './decision-issues.ts';
import type { ActProps } from './dossier-sheets.tsx';
import { HandlerField } from './handler-field.tsx';
import { NumberFields, numberAsked, ownNumber, type TypedNumber } from './number-fields.tsx';

type Accept = {
  readonly on: LocalDate | null;
  readonly handler: UserId | null;
  readonly approvedBy: string;
  readonly paper: string;
  readonly alsoLimits: boolean;
  readonly number: TypedNumber;
};

/** The form of acceptance and what its submit does. */
function useAcceptForm({ id, view, onDone, last }: Props, title: string) {
  const { t } = useTranslation('dossier');
  const announce = useAnnounce();
  const today = useToday();
  const [accept] = useAct('dossier.accept');
  const { side, windowNo } = view.row;
  const handler = userIdField.safeParse(view.handlerId);
  const decisionIssues = useDecisionIssues();
  return useForm<Accept>({
    initial: {
      ...{ on: today, handler: handler.success ? handler.data : null, approvedBy: last, paper: '' },
      ...{ alsoLimits: side === 'arb', number: ownNumber(view.branch) },
    },
    validate: ({ on, number, approvedBy, paper }) => [
      ...decisionIssues(acceptDecider({ side, channel: view.channel }), { decidedBy: approvedBy, paper }, 'approvedBy'),
      ...(on === null ? [{ path: 'on', level: 'error' as const, text: t('issue.date') }] : []),
      ...(numberAsked(number) === undefined
        ? [{ path: 'number.lead', level: 'error' as const, text: t('issue.lead') }]
        : []),
    ],
    drafts: useDraftStore(draftKey('dossier.accept', id), `${title} ${windowNo}`),
    submit: async ({ on, number, ...said }) => {
      const asked = numberAsked(number);
      if (on === null || asked === undefined) return undefined;
      const reply = await accept({ dossier: id, on, ...said, ...asked });
      if (!reply.ok) return reply.failure;
      announce(t('accept.done', { number: reply.value.caseNo }));
      window.setTimeout(onDone);
      return undefined;
    },
  });
}

type Props = ActProps & { readonly last: string };

/** 受理 or 立案: the file gets its case number and the limit of the case begins. */
export function AcceptForm(props: ActProps) {
  const { side } = props.view.row;
  // Who decides both in writing is one and the same; the last one named stands there already.
  const last = useAsk('dossier.lastDecider', { side });
  const { written } = acceptDecider({ side, channel: props.view.channel });
  return (
    <PageState value={last.last} failure={last.failure} onAgain={last.again}>
      {({ decidedBy }) => <Acceptance {...props} last={written ? decidedBy : ''} />}
    </PageState>
  );
}

function Acceptance(props: Props) {
  const { t } = useTranslation('dossier');
  const bilingual = useBilingual();
  const today = useToday();
  const { id, view, onDone } = props;
  const { side } = view.row;
  const title = t(`accept.open.${side}`);
  const form = useAcceptForm(props, title);
  const decider = acceptDecider({ side, channel: view.channel });
  const { written } = decider;
  const papers = stepOf(ownStep(side, 'accept'))?.paper;
  return (
    <ActShell
      form={form}
      label={title}
      submitText={t(`accept.submit.${side}`)}
      onLeave={onDone}
      basis={<DeciderLine decider={decider} />}
    >
      <DateField label={t(`accept.on.${side}`)} required today={today} bound={part(form.root, 'on')} />
      <HandlerField bound={part(form.root, 'handler')} />
      <TextField label={t('accept.approvedBy')} required={written} max={60} bound={part(form.root, 'approvedBy')} />
      <TextField
        label={papers === undefined ? t('clock.paper') : bilingual(papers.name)}
        required={written}
        max={120}
        hint={t('step.paperHint')}
        bound={part(form.root, 'paper')}
      />
      <NumberFields id={id} view={view} on={form.root.value.on} bound={part(form.root, 'number')} />
      {side === 'arb' ? (
        <div className="whole">
          <CheckField label={t('accept.alsoLimits')} bound={part(form.root, 'alsoLimits')} />
        </div>
      ) : null}
    </ActShell>
  );
}
