import { useTranslation } from 'react-i18next';
import type { FormIssue } from '#renderer/ui/form/use-form.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { LetterItem } from '#shared/contract/letter.ts';
import { checkCreditCode } from '#shared/domain/party/credit-code.ts';
import { checkResidentId } from '#shared/domain/party/identity-number.ts';
import { named } from '../fields/handlers-field.tsx';
import type { LetterValue } from './letter-value.ts';

type Say = (key: string) => string;

function missing(path: string, value: string, say: Say): readonly FormIssue[] {
  return value.trim() === '' ? [{ path, level: 'error', text: say('missing') }] : [];
}

function ofItem(item: LetterItem, index: number, today: LocalDate, say: Say): readonly FormIssue[] {
  const path = `letter.items.${index}`;
  const { object } = item;
  const warn = (field: string, codes: readonly { readonly code: string }[]): FormIssue[] =>
    codes.map(({ code }) => ({ path: `${path}.object.${field}`, level: 'warning', text: say(code) }));
  return [
    ...missing(`${path}.object.name`, object.name, say),
    ...missing(`${path}.questions`, item.questions, say),
    ...(object.type === 'person' ? warn('idNo', checkResidentId(object.idNo, today)) : []),
    ...(object.type === 'unit' ? warn('uscc', checkCreditCode(object.uscc)) : []),
  ];
}

/** What is wrong or odd in a letter being typed; check digits warn and never stop. */
export function letterIssues(value: LetterValue, today: LocalDate, say: Say): readonly FormIssue[] {
  const { partner, askedDate, letter } = value;
  return [
    ...missing('partner', partner ?? '', say),
    ...missing('letter.askedDate', askedDate ?? '', say),
    ...(askedDate !== null && askedDate < today
      ? [{ path: 'letter.askedDate', level: 'warning' as const, text: say('asked-in-past') }]
      : []),
    ...letter.items.flatMap((item, index) => ofItem(item, index, today, say)),
    ...(named(letter.handlers).length < 2
      ? [{ path: 'letter.handlers.1.name', level: 'warning' as const, text: say('handlers-fewer-than-two') }]
      : []),
  ];
}

/** Issues of a letter in the language of the page. */
export function useLetterIssues(today: LocalDate): (value: LetterValue) => readonly FormIssue[] {
  const { t } = useTranslation('request');
  return (value) => letterIssues(value, today, (code) => t(`warning.${code}`));
}
