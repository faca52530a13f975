import type { LocalDate } from '#shared/base/local-date.ts';
import type { CommissionLetter } from '#shared/contract/letter.ts';
import { dayKind, type WorkCalendar } from '#shared/domain/calendar/work-calendar.ts';
import type { Deadline } from '#shared/domain/deadline/deadline.ts';
import { safeDue } from '#shared/domain/deadline/safe-due.ts';
import { checkCreditCode } from '#shared/domain/party/credit-code.ts';
import { checkResidentId } from '#shared/domain/party/identity-number.ts';

function aboutDates(
  calendar: WorkCalendar,
  letter: CommissionLetter,
  own: Deadline | undefined,
  today: LocalDate,
): readonly string[] {
  const { askedDate } = letter;
  const day = dayKind(calendar, askedDate);
  const safe = safeDue(calendar, askedDate, own ?? null);
  const limit = own?.legal ?? null;
  return [
    ...(askedDate < today ? ['asked-in-past'] : []),
    ...(day.working ? [] : ['asked-on-day-off']),
    ...(day.provisional ? ['asked-provisional'] : []),
    ...(limit !== null && askedDate > limit ? ['asked-after-limit'] : safe.agreedTooLate ? ['asked-after-safe'] : []),
  ];
}

function aboutNumbers(letter: CommissionLetter, today: LocalDate): readonly string[] {
  const codes = letter.items.flatMap(({ object }) => [
    ...(object.type === 'person' ? checkResidentId(object.idNo, today) : []),
    ...checkCreditCode(object.uscc),
  ]);
  return [...new Set(codes.map((warning) => warning.code))];
}

/** What a person should look at before a letter goes on; none of it stops anything. Codes, texts in namespace `request`. */
export function letterWarnings(
  calendar: WorkCalendar,
  letter: CommissionLetter,
  own: Deadline | undefined,
  today: LocalDate,
): readonly string[] {
  return [
    ...aboutDates(calendar, letter, own, today),
    ...aboutNumbers(letter, today),
    ...(letter.handlers.length < 2 ? ['handlers-fewer-than-two'] : []),
    ...(letter.legalBasis.length === 0 ? ['no-legal-basis'] : []),
    ...(letter.items.some((item) => item.object.idNo !== '') ? ['shows-identity-number'] : []),
  ];
}
