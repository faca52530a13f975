import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { canonicalJson } from '#shared/base/canonical-json.ts';
import { officialYears } from '#shared/domain/calendar/data/official-years.ts';
import { shippedCalendar } from '#shared/domain/calendar/work-calendar.ts';
import { shippedPacks } from '#shared/domain/deadline/pack.ts';

/** What decides a day, without the words about it. */
const deciding = shippedPacks.map(({ id, rows }) => ({
  id,
  rows: rows.map(({ name: _name, basis: _basis, overrun: _overrun, sinceUnread: _unread, ceiling, ...row }) => ({
    ...row,
    ceiling: ceiling?.days ?? null,
  })),
}));

const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(value))))
    .digest('hex')
    .slice(0, 16);

/**
 * Stored limits are computed anew when the version of the rules or of the calendar is another one. Whoever changes what
 * decides a day gives it a new version and writes both down here.
 */
it('have another version whenever they decide a day otherwise', () => {
  expect({
    packs: [shippedPacks.map(({ id, version }) => `${id}@${version}`).join(' '), digestOf(deciding)],
    calendar: [shippedCalendar.version, digestOf(officialYears)],
  }).toMatchInlineSnapshot(`
    {
      "calendar": [
        "2026.2",
        "036913722a3c1542",
      ],
      "packs": [
        "CN@2026.2 33@2026.2 50@2026.1 51@2026.1",
        "ab9e590d7e8a759a",
      ],
    }
  `);
});
