import { describe, expect, test } from 'vitest';
import { unlockByKeychain } from '#electron/sealing/custody.ts';
import { settleLimits } from '#electron/services/deadline/settle-limits.ts';
import { openOffice } from '#electron/services/session/open-office.ts';
import { projectionDigests } from '#electron/store/rebuild.ts';
import { transaction } from '#electron/store/transaction.ts';
import { localDate } from '#shared/base/local-date.ts';
import { ok } from '#shared/base/result.ts';
import { shippedCalendar } from '#shared/domain/calendar/work-calendar.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import type { Desk } from './support/desk.ts';
import { acceptedThere, sentRequest, twoOffices } from './support/two-offices.ts';

const opening = {
  random: trueRandom,
  moment: { at: Date.parse('2026-12-01T09:00:00+08:00'), today: localDate('2026-12-01') },
};

/** Two offices with a file and a request whose clocks run. */
async function running(): Promise<Desk> {
  const two = await twoOffices();
  const request = await sentRequest(two);
  await two.exchange();
  await acceptedThere(two, request, '2026-03-12');
  await two.exchange();
  return two.asks;
}

/** Leaves the data as a version with another calendar and other rules would have left it: every day a week earlier. */
function asAnOlderVersionLeftIt({ open }: Desk): void {
  unwrap(
    transaction(open.store, (tx) => {
      tx.run("UPDATE deadline SET due = date(due, '-7 days'), calendar_version = '2025.9'");
      tx.run("UPDATE dossier SET next_due = date(next_due, '-7 days')");
      tx.run("UPDATE request SET next_due = date(next_due, '-7 days')");
      return ok(undefined);
    }),
  );
}

const tablesBut = (desk: Desk, ...left: readonly string[]) =>
  [...projectionDigests(desk.open.store.db)].filter(([table]) => !left.includes(table));

const acts = ({ open }: Desk) =>
  open.store.db
    .all<{ header: string }>("SELECT header FROM entry WHERE instr(header, 'deadline.recomputed') > 0 ORDER BY n")
    .map(({ header }) => JSON.parse(header) as { kind: string; actor: string; facts: { moved: unknown[] } });

describe('limits another calendar or other rules computed', () => {
  test('are computed anew at opening, in one act that lists every day that moved', async () => {
    const desk = await running();
    const { db } = desk.open.store;
    const before = db.all<{ id: string; due: string }>(
      'SELECT id, due FROM deadline WHERE due IS NOT NULL ORDER BY id',
    );
    const tables = tablesBut(desk, 'about');
    asAnOlderVersionLeftIt(desk);
    expect(tablesBut(desk, 'about')).not.toEqual(tables);
    unwrap(settleLimits(desk.open, opening));
    expect(tablesBut(desk, 'about')).toEqual(tables);
    const [act, ...more] = acts(desk);
    expect(more).toEqual([]);
    expect(act).toMatchObject({ kind: 'deadline.recomputed', actor: 'device', on: '2026-12-01' });
    expect(act?.facts).toMatchObject({ calendar: shippedCalendar.version, part: 1, parts: 1, total: before.length });
    const lines = before.map(({ id, due }) => {
      const [subject, rule] = [id.slice(0, id.lastIndexOf(':')), id.slice(id.lastIndexOf(':') + 1)];
      return expect.objectContaining({ subject, rule, to: due });
    });
    expect(act?.facts.moved).toHaveLength(lines.length);
    expect(act?.facts.moved).toEqual(expect.arrayContaining(lines));
  });

  test('leave nothing that a check or a rebuild would call drifted, and stand in the history of the file', async () => {
    const desk = await running();
    asAnOlderVersionLeftIt(desk);
    unwrap(settleLimits(desk.open, opening));
    expect(await desk.ask('store.verify', {})).toMatchObject({ problems: [] });
    expect(await desk.ask('store.rebuild', {})).toMatchObject({ same: true });
    const [file] = (await desk.ask('dossier.list', { filter: { status: 'all' } })).rows;
    const { rows } = await desk.ask('dossier.history', { dossier: file?.id as never, limit: 20 });
    expect(rows.map(({ kind }) => kind)).toContain('deadline.recomputed');
  });

  test('are brought up whenever the data is opened', async () => {
    const { open, session, ...desk } = await running();
    asAnOlderVersionLeftIt({ open, session, ...desk });
    session.lock();
    const { lock } = session.place;
    const keychain = { wrap: async (key: Uint8Array) => key, unwrap: async (key: Uint8Array) => key.toReversed() };
    const dataKey = unwrap(await unlockByKeychain(lock.folder, keychain));
    const opened = unwrap(openOffice(lock, dataKey, opening));
    const { db } = opened.open.store;
    expect(db.all('SELECT DISTINCT calendar_version AS version FROM deadline')).toEqual([
      { version: shippedCalendar.version },
    ]);
    session.adopt(opened.open, opened.me);
  });

  test('go when the rules no longer know them', async () => {
    const desk = await running();
    const { db } = desk.open.store;
    unwrap(
      transaction(desk.open.store, (tx) => {
        tx.run(
          `INSERT INTO deadline SELECT subject || ':OLD.RULE', about, subject, 'OLD.RULE', of_part, due, target, soon_from, resume_by, state,
           provisional, confidence, calendar_version, 'CN@2019.1', runs_out FROM deadline WHERE rule_id = 'ARB.LIMIT'`,
        );
        return ok(undefined);
      }),
    );
    unwrap(settleLimits(desk.open, opening));
    expect(db.all("SELECT id FROM deadline WHERE rule_id = 'OLD.RULE'")).toEqual([]);
    expect(acts(desk)[0]?.facts.moved).toEqual([expect.objectContaining({ rule: 'OLD.RULE', to: null })]);
    expect(await desk.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  test('are left alone with no act when they were computed by what this version ships', async () => {
    const desk = await running();
    unwrap(settleLimits(desk.open, opening));
    expect(acts(desk)).toEqual([]);
    asAnOlderVersionLeftIt(desk);
    for (let time = 0; time < 2; time += 1) unwrap(settleLimits(desk.open, opening));
    expect(acts(desk)).toHaveLength(1);
  });
});
