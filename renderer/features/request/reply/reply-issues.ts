import { useTranslation } from 'react-i18next';
import type { FormIssue } from '#renderer/ui/form/use-form.ts';
import type { ItemValue, ReplyValue } from './reply-value.ts';

type Say = (key: string) => string;

function ofItem(item: ItemValue, index: number, least: number, open: boolean, say: Say): readonly FormIssue[] {
  const path = `reply.items.${index}`;
  const error = (field: string, key: string): FormIssue => ({
    path: `${path}.${field}`,
    level: 'error',
    text: say(key),
  });
  if (item.outcome === null) return open ? [error('outcome', 'missing')] : [];
  const tried = item.attempts.filter((attempt) => attempt.text.trim() !== '');
  return [
    ...(item.outcome !== 'done' && item.text.trim() === '' ? [error('text', 'reasonMissing')] : []),
    ...(item.outcome === 'unable' && tried.length < least ? [error('attempts', 'attemptsMissing')] : []),
    ...item.attempts.flatMap((attempt, at) =>
      attempt.on === null && attempt.text.trim() !== '' ? [error(`attempts.${at}.on`, 'missing')] : [],
    ),
    ...item.evidence.flatMap((one, at) =>
      one.pages !== '' && !/^\d{1,6}$/.test(one.pages) ? [error(`evidence.${at}.pages`, 'pagesWrong')] : [],
    ),
  ];
}

/** What a reply still lacks: a final one answers every open item, and what could not be done says what was tried. */
export function useReplyIssues(
  least: number,
  openItems: ReadonlySet<string>,
): (value: ReplyValue) => readonly FormIssue[] {
  const { t } = useTranslation('request');
  const say: Say = (key) => t(`warning.${key}`, { n: least, count: least });
  return (value) => [
    ...value.items.flatMap((item, index) => ofItem(item, index, least, value.final && openItems.has(item.item), say)),
    ...(value.items.every((item) => item.outcome === null)
      ? [{ path: 'reply.items.0.outcome', level: 'error' as const, text: say('missing') }]
      : []),
  ];
}
