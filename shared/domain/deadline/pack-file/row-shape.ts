import type { Json, JsonObject } from '#shared/base/canonical-json.ts';
import { parseLocalDate } from '#shared/base/local-date.ts';
import { clockGround } from '../grounds.ts';
import { limitTriggers } from '../rule.ts';
import type { PackFaultCode } from './pack-fault.ts';

/** What is wrong with a field; undefined when nothing is. */
type Check = (value: Json) => PackFaultCode | undefined;

/** Marks that hide, turn or end text: C0 and C1 controls, bidirectional marks, line and paragraph separators. */
const hidden = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text =
  (most: number, least = 1): Check =>
  (value) => {
    if (typeof value !== 'string' || value.length > most || value.trim().length < least) return 'bad-value';
    return hidden.test(value) ? 'control-character' : undefined;
  };

const matching =
  (form: RegExp): Check =>
  (value) =>
    typeof value === 'string' && form.test(value) ? undefined : 'bad-value';

const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value) ? undefined : 'bad-value';

const whole =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? undefined : 'bad-value';

const date: Check = (value) =>
  typeof value === 'string' && parseLocalDate(value) !== undefined ? undefined : 'bad-value';

const isTrue: Check = (value) => (value === true ? undefined : 'bad-value');

const closed =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) => {
    if (!isObject(value) || Object.keys(value).length !== Object.keys(fields).length) return 'bad-value';
    for (const [key, check] of Object.entries(fields)) {
      const found = Object.hasOwn(value, key) ? value[key] : undefined;
      const wrong = found === undefined ? 'bad-value' : check(found);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };

const listOf =
  (check: Check, least: number, most: number): Check =>
  (value) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) return 'bad-value';
    return value.map((item: Json) => check(item)).find((wrong) => wrong !== undefined);
  };

const bilingual = closed({ zh: text(200), en: text(300) });
const grounds = listOf((id) => (typeof id === 'string' && clockGround(id) ? undefined : 'ground-unknown'), 0, 40);

/** Ids of the rows of a case: an office's own ones lie in 'ARB.OWN.' and 'LSI.OWN.'. */
export const ruleIdForm = /^(?:ARB|LSI)\.[A-Z][A-Z0-9_.]{0,40}$/;

const needed: Readonly<Record<string, Check>> = {
  id: matching(/^(?:ARB|LSI|REQ)\.[A-Z][A-Z0-9_.]{0,40}$/),
  name: bilingual,
  basis: listOf(bilingual, 1, 12),
  trigger: oneOf(...limitTriggers),
  amount: whole(0, 3650),
  unit: oneOf('working-day', 'calendar-day', 'working-hour', 'hour', 'month', 'year'),
  roll: oneOf('none', 'legal', 'raw-and-legal'),
  region: matching(/^(?:CN|\d{2})$/),
  effectiveFrom: date,
  confidence: oneOf('certain', 'read', 'default', 'office'),
  standing: oneOf('statutory', 'reference'),
};

const optional: Readonly<Record<string, Check>> = {
  form: oneOf('fixed-day', 'same-end', 'given', 'note'),
  sameEndAs: matching(ruleIdForm),
  elapsed: oneOf('last-day', 'next-day'),
  back: isTrue,
  effectiveTo: date,
  sinceUnread: isTrue,
  off: isTrue,
  overrun: bilingual,
  ceiling: closed({ days: whole(1, 3650), basis: bilingual }),
  extension: closed({ rule: matching(ruleIdForm), times: whole(1, 9) }),
  suspendGrounds: grounds,
  restartGrounds: grounds,
  excludeGrounds: grounds,
};

/** Everything wrong with the fields of one row by itself, each with its key. */
export function rowFaults(row: JsonObject): readonly { readonly code: PackFaultCode; readonly key: string }[] {
  const found: { code: PackFaultCode; key: string }[] = [];
  for (const key of Object.keys(needed)) if (!Object.hasOwn(row, key)) found.push({ code: 'key-missing', key });
  for (const [key, value] of Object.entries(row)) {
    const all = { ...needed, ...optional };
    const check = Object.hasOwn(all, key) ? all[key] : undefined;
    const code = check === undefined ? 'key-unknown' : check(value);
    if (code !== undefined) found.push({ code, key });
  }
  return found;
}
