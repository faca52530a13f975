import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { RadioField } from '#renderer/ui/fields/choice-field.tsx';
import { ProseField } from '#renderer/ui/fields/text-field.tsx';
import { type Bound, members, part } from '#renderer/ui/form/bound.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import type { RequestId } from '#shared/base/ids.ts';
import { requestKind } from '#shared/domain/assist/kinds/request-kinds.ts';
import { objectsOf, textOf } from '../content.ts';
import { FilesField } from '../fields/files-field.tsx';
import type { HandlerValue } from '../fields/handlers-field.tsx';
import { useWrittenForm } from '../fields/use-written-form.tsx';
import { HandlersGroup } from '../letter/handlers-group.tsx';
import { Group } from '../letter/letter-parts.tsx';
import type { RequestView } from '../page/view.ts';
import { useReplyIssues } from './reply-issues.ts';
import { ReplyItemFields } from './reply-item-fields.tsx';
import { finishedReply, type ReplyValue, replyValue } from './reply-value.ts';

/** The handlers this office named last, on accepting or on handing the work on. */
function handlersOf(view: RequestView): readonly HandlerValue[] {
  const named = view.timeline.findLast((item) => item.kind === 'accept' || item.kind === 'assign');
  return objectsOf(named?.content, 'handlers').map((one) => ({
    ...{ name: textOf(one, 'name'), cardNo: textOf(one, 'cardNo'), phone: textOf(one, 'phone') },
  }));
}

/** A reply being written, item by item, to be submitted for examination like every letter. */
export function ReplyForm(props: {
  readonly id: RequestId;
  readonly view: RequestView;
  readonly commission: NonNullable<RequestView['commission']>;
}) {
  const { t } = useTranslation('request');
  const { id, view, commission } = props;
  const navigate = useNavigate();
  const today = useToday();
  const [submit] = useAct('paper.submitReply');
  const waiting = view.paper?.next === 'none' && left(view) ? null : view.paper;
  const open = new Set(view.state.items.filter((item) => item.outcome === null).map((item) => item.id));
  const leave = (): void => {
    void navigate(`/requests/${id}`);
  };
  const { form, replaced } = useWrittenForm<ReplyValue>(addresses.request(id), {
    initial: replyValue(commission, waiting?.reply ?? null, handlersOf(view), waiting?.hash ?? null),
    validate: useReplyIssues(requestKind(view.row.kind)?.attemptsWhenUnable ?? 0, open),
    drafts: useDraftStore(`request.reply:${id}`, t('reply.draft', { number: view.row.number ?? view.row.title })),
    submit: async (value) => {
      const reply = await submit({ request: id, base: value.base, reply: finishedReply(value, today) });
      if (!reply.ok) return reply.failure;
      leave();
      return undefined;
    },
  });
  return (
    <FormShell form={form} label={t('reply.label')} submitText={t('letter.submit')} onLeave={leave}>
      {replaced}
      <ReplyGroups bound={form.root} view={view} commission={commission} />
    </FormShell>
  );
}

/** True when the letter shown last has left: the next reply is a new one. */
function left(view: RequestView): boolean {
  return view.paper?.steps.some((step) => step.step === 'send' && step.holds) ?? false;
}

function ReplyGroups(props: {
  readonly bound: Bound<ReplyValue>;
  readonly view: RequestView;
  readonly commission: NonNullable<RequestView['commission']>;
}) {
  const { t } = useTranslation('request');
  const { bound, view, commission } = props;
  const final: Bound<'final' | 'part'> = {
    path: 'reply.final',
    value: bound.value.final ? 'final' : 'part',
    set: (next) => {
      bound.set({ ...bound.value, final: next === 'final' });
    },
  };
  const items = members({ ...part(bound, 'items'), path: 'reply.items' });
  return (
    <>
      <Group title={t('reply.results')}>
        <div className="rows">
          <RadioField
            label={t('reply.final')}
            bound={final}
            choices={(['final', 'part'] as const).map((value) => ({ value, label: t(`reply.${value}Choice`) }))}
          />
          {items.items.map((item, index) => (
            <ReplyItemFields
              key={item.value.item}
              bound={item}
              asked={commission.items.find((one) => one.id === item.value.item)}
              kind={view.row.kind}
              index={index}
            />
          ))}
        </div>
      </Group>
      <Group title={t('reply.course')}>
        <div className="form-grid">
          <ProseField label={t('reply.courseText')} bound={part(bound, 'course')} rows={3} />
          <ProseField label={t('reply.needsMore')} bound={part(bound, 'needsMore')} max={4000} rows={2} />
        </div>
      </Group>
      <HandlersGroup department={part(bound, 'department')} handlers={part(bound, 'handlers')} />
      <Group title={t('group.files')}>
        <FilesField bound={part(bound, 'files')} label={t('files.choose')} />
      </Group>
    </>
  );
}
