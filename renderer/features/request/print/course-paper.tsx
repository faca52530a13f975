import { useTranslation } from 'react-i18next';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { CourseSheet } from '#renderer/ui/print/course-sheet.tsx';
import { objectsOf, textOf } from '../content.ts';
import { useRequestNames } from '../names.ts';
import { useEntryWords } from '../page/entry-words.tsx';
import type { RequestView, TimelineItem } from '../page/view.ts';
import { type PaperProps, RecordedPreview } from './recorded-preview.tsx';

/** Who is named in a happening: handlers, or who signed a letter. */
function whoOf(view: RequestView, item: TimelineItem): string {
  const people = objectsOf(item.content, 'handlers').map((one) => textOf(one, 'name'));
  if (people.length > 0) return people.join(' ');
  if (item.kind === 'request') return view.commissionHead?.signedBy ?? '';
  return item.kind === 'result' ? (view.replyHead?.signedBy ?? '') : '';
}

/** 办理经过: what both offices hold, line by line, with how it travelled and the digest both can compare. */
export function CoursePaper({ id, view, onBack }: PaperProps) {
  const { t } = useTranslation('request');
  const { t: ui } = useTranslation('ui');
  const { t: kinds } = useTranslation('kinds');
  const names = useRequestNames();
  const words = useEntryWords(view);
  const today = useToday();
  const me = useAsk('office.get', {}).last?.me.name ?? '';
  const facts = [
    [t('print.requester'), view.requester],
    [t('print.executor'), view.executor],
    [t('column.number'), view.commissionNumber ?? t('list.unnumbered')],
    [t('print.registerNo'), view.state.registerNo ?? ''],
    [t('column.state'), kinds(`state.${view.row.state}`)],
    [t('print.agreed'), view.clocks.agreed ?? ''],
  ] as const;
  const lines = view.timeline.map((item) => {
    const said = words(item);
    return {
      ...{ id: item.id, on: item.on.replace('T', ' '), office: item.side === 'r' ? view.requester : view.executor },
      what: [said.title, ...said.lines].join(' '),
      who: whoOf(view, item),
      proof: item.word === null ? t('print.held') : ui(`word.${item.word}`),
    };
  });
  return (
    <RecordedPreview what="course" about={view.row.number ?? id} onBack={onBack}>
      <CourseSheet
        title={t('print.courseTitle', { kind: names.kind(view.row.kind) })}
        facts={facts.filter(([, value]) => value !== '')}
        lines={lines}
        digest={view.digest}
        printed={t('print.printed', { date: today, name: me })}
      />
    </RecordedPreview>
  );
}
