import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { byteSize } from '#renderer/ui/format/byte-size.ts';
import { type Content, objectsOf, textOf } from '../content.ts';
import { capital, useRequestNames } from '../names.ts';
import { useDayText } from '../use-day-text.ts';
import type { RequestView, TimelineItem } from './view.ts';

/** A happening in the words of the office. `number` is the number the title names, if any; it must not break. */
export type EntryWords = { readonly title: string; readonly number: string; readonly lines: readonly string[] };

/** Keys of facts and words that a title is made with. */
type Values = Record<string, string | number>;

function factText(item: TimelineItem, key: string): string {
  return textOf(item.facts, key);
}

/** The day an answer to an extension is about: its own, or the one that was asked for. */
function answeredDay(view: RequestView, item: TimelineItem): string {
  if (item.kind !== 'answer-extension') return '';
  const asked = view.state.extensions.find((one) => one.id === factText(item, 'extension'))?.asked;
  return factText(item, 'date') || (asked ?? '');
}

function people(content: Content | null): string {
  return objectsOf(content, 'handlers')
    .map((person) => textOf(person, 'name'))
    .filter((name) => name !== '')
    .join(' ');
}

/** Words for one happening of a request: what it is, and what it says, line by line. */
export function useEntryWords(view: RequestView): (item: TimelineItem) => EntryWords {
  const { t } = useTranslation('kinds');
  const names = useRequestNames();
  const day = useDayText();
  const { kind } = view.row;
  const values = (item: TimelineItem): Values => ({
    n: item.files.length,
    letter: names.letter(kind),
    acceptance: names.acceptance(kind),
    number: factText(item, 'number') || (view.commissionNumber ?? ''),
    date: day(factText(item, 'promised') || factText(item, 'until') || answeredDay(view, item) || null),
    carrier: factText(item, 'carrierNo'),
    command: t(`entry.${commandKind(item)}`, { letter: '', number: '', acceptance: '', date: '', n: 0 }).trim(),
    outcome: t(`ruling.${textOf(item.facts, 'outcome') || 'ok'}`),
  });
  return (item) => {
    const { content } = item;
    const ground =
      item.kind === 'return'
        ? names.returnGround(kind, factText(item, 'ground'))
        : names.refusalGround(kind, factText(item, 'ground'));
    const defects = objectsOf(content, 'defects').map((defect, index) =>
      t('line.defect', { n: index + 1, text: textOf(defect, 'text') }),
    );
    const answers = objectsOf(content, 'answers').map((answer) => t('line.answer', { text: textOf(answer, 'text') }));
    const handlers = people(content);
    const items = item.kind === 'result' ? resultLines(view, item, t) : [];
    return {
      title: capital(t(titleKey(item), values(item)).trim()),
      number: String(values(item)['number'] ?? ''),
      lines: [
        ...(factText(item, 'ground') === '' ? [] : [t('line.ground', { ground })]),
        ...(handlers === '' ? [] : [t('line.handlers', { people: handlers })]),
        ...items,
        ...defects,
        ...answers,
        textOf(content, 'text'),
        textOf(content, 'reason'),
        ...(content === null && !wordless.has(item.kind) ? [t('line.erased')] : []),
      ].filter((line) => line !== ''),
    };
  };
}

function commandKind(item: TimelineItem): string {
  const { command } = item.facts;
  const kind = typeof command === 'object' && command !== null && 'kind' in command ? command.kind : undefined;
  return typeof kind === 'string' ? kind : 'unknown';
}

/** Kinds that say everything in their facts; a missing text of theirs was not erased. */
const wordless: ReadonlySet<string> = new Set(['register', 'apply', 'opened', 'pen']);

const known: ReadonlySet<string> = new Set([
  ...['request', 'register', 'return', 'accept', 'refuse', 'assign', 'progress', 'extend', 'suspend', 'resume'],
  ...['correct', 'stop-report', 'supplement', 'withdraw', 'object', 'close', 'urge', 'opened', 'note', 'apply', 'pen'],
]);

function titleKey(item: TimelineItem): string {
  if (item.kind === 'result') return item.facts['final'] === false ? 'entry.result-part' : 'entry.result';
  if (item.kind === 'originals')
    return factText(item, 'move') === 'back' ? 'entry.originals-back' : 'entry.originals-out';
  if (item.kind === 'answer-extension')
    return item.facts['agree'] === true ? 'entry.extension-yes' : 'entry.extension-no';
  return known.has(item.kind) ? `entry.${item.kind}` : 'entry.unknown';
}

function resultLines(
  view: RequestView,
  item: TimelineItem,
  t: (key: string, values: Values) => string,
): readonly string[] {
  return objectsOf(item.facts, 'items').map((said) => {
    const asked = view.commission?.items.find((one) => one.id === textOf(said, 'id'));
    return t('line.result', { name: asked?.object.name ?? '', outcome: t(`outcome.${textOf(said, 'outcome')}`, {}) });
  });
}

/** A title whose number stays on one line. */
export function EntryTitle({ words }: { readonly words: EntryWords }): ReactNode {
  const { title, number } = words;
  const at = number === '' ? -1 : title.indexOf(number);
  if (at < 0) return title;
  return (
    <>
      {title.slice(0, at)}
      <span className="unbroken">{number}</span>
      {title.slice(at + number.length)}
    </>
  );
}

/** The lines of a happening and its enclosures, for a card of the timeline. */
export function EntryDetail(props: { readonly words: EntryWords; readonly item: TimelineItem }): ReactNode {
  const { t } = useTranslation('request');
  const { words, item } = props;
  const whereabouts = ({ have, lost, of }: TimelineItem['files'][number]): string =>
    lost > 0 ? t('timeline.fileLost') : t('timeline.fileWaits', { have, of });
  if (words.lines.length === 0 && item.files.length === 0) return null;
  return (
    <>
      {words.lines.map((line, index) => (
        <p key={`${index}${line}`} className="prose">
          {line}
        </p>
      ))}
      {item.files.map((file) => (
        <p key={file.manifest} className="small">
          {t('timeline.file', { name: file.name, size: byteSize(file.size) })}
          {file.have < file.of ? ` ${whereabouts(file)}` : ''}
        </p>
      ))}
    </>
  );
}
