import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dossierAccepted, dossierReceived } from '#electron/services/dossier/facts.ts';
import type { Writing } from '#electron/services/journal/append.ts';
import { append, inOneTransaction } from '#electron/services/journal/append.ts';
import { setUpOffice } from '#electron/services/session/set-up.ts';
import { lockFolder } from '#electron/store/folder-lock.ts';
import { initial } from '#electron/store/migrations/0001-initial.ts';
import { type DossierId, type OfficeId, timeOrderedId } from '#shared/base/ids.ts';
import { addDays, type LocalDate, localDate } from '#shared/base/local-date.ts';
import { ok } from '#shared/base/result.ts';
import { accept, receive } from '#shared/domain/dossier/lifecycle.ts';

/** The passphrase of the measured data; it guards nothing. */
export const benchPassphrase = 'bench passphrase';

const surnames = [...'王李张刘陈杨黄赵周吴徐孙马朱胡'];
const perTransaction = 500;
const random = { bytes: (count: number): Uint8Array => new Uint8Array(randomBytes(count)) };

const numberOf = (series: 'window' | 'arb-case', seq: number) => ({
  ...{ series, year: 2026, seq, part: 0 },
  text: series === 'window' ? `收2026-${seq}` : `青劳人仲(2026)办字第${seq}号`,
});

function factsOf(index: number, handler: Writing['me'], today: LocalDate) {
  const on = addDays(localDate('2026-01-05'), index % 280);
  const dossier = timeOrderedId(Date.parse(`${on}T01:00:00Z`) + index, random.bytes(10)) as DossierId;
  const name = `${surnames[index % surnames.length]}样${index}`;
  const received = receive({ side: 'arb', channel: 'window', on }, today);
  if (!received.ok) throw new Error(received.error.code);
  const common = { idKind: 'resident' as const, idNo: '', uscc: '', legalRep: '', phone: '', address: '' };
  const parties = [
    { ...common, id: randomBytes(8).toString('hex'), role: 'applicant' as const, type: 'person' as const, name },
    {
      ...common,
      id: randomBytes(8).toString('hex'),
      role: 'respondent' as const,
      type: 'unit' as const,
      name: `样例第${index % 997}公司`,
    },
  ];
  const number = numberOf('window', index + 1);
  const said = { dossier, side: 'arb' as const, on, number, branch: '', channel: 'window', handler };
  const first = dossierReceived({
    ...said,
    cause: '追索劳动报酬',
    summary: '',
    parties,
    claims: [],
    clocks: received.value.clocks,
  });
  if (index % 4 === 0) return [first];
  const day = addDays(on, 2);
  const now = {
    ...{ side: 'arb' as const, channel: 'window', region: '310118', parties, limits: [] },
    hasRule: (rule: string) => rule === 'ARB.ACCEPT' || rule === 'ARB.LIMIT',
    steps: [{ code: 'arb.receive', on }],
  };
  const accepted = accept(now, day, today);
  if (!accepted.ok) throw new Error(accepted.error.code);
  const given = { dossier, on: day, number: numberOf('arb-case', index + 1), branch: '', handler, approvedBy: '' };
  return [first, dossierAccepted({ ...given, paper: '', clocks: accepted.value.clocks })];
}

/** What the cached data depends on: the tables and this file. */
function stampOf(count: number): string {
  const own = readFileSync(new URL(import.meta.url));
  return createHash('sha256').update(`${count}\n${initial.sql}\n`).update(own).digest('hex');
}

async function fill(folder: string, count: number): Promise<void> {
  const lock = lockFolder(folder);
  if (!lock.ok) throw new Error(lock.error.code);
  const at = Date.parse('2026-11-20T01:00:00Z');
  const moment = { at, today: localDate('2026-11-20') };
  const office = {
    office: 'bench-office' as OfficeId,
    name: '样例仲裁院',
    region: '310118',
    side: 'both' as const,
    person: '沈样文',
  };
  const made = await setUpOffice(lock.value, {
    ...office,
    protection: { by: 'passphrase', passphrase: benchPassphrase },
    random,
    moment,
  });
  if (!made.ok) throw new Error(made.error.code);
  const { open, me } = made.value;
  for (let start = 0; start < count; start += perTransaction) {
    const written = inOneTransaction({ open }, (tx) => {
      for (let index = start; index < Math.min(count, start + perTransaction); index += 1) {
        append(tx, { open, me, moment, random }, factsOf(index, me, moment.today));
      }
      return ok(undefined);
    });
    if (!written.ok) throw new Error(written.error.code);
    if (start % 10_000 === 0) console.log(`  loading ${start} of ${count}`);
  }
  open.store.close();
  lock.value.release();
}

/** An office with `count` dossiers as facts and tables, made once and kept in `folder` until the tables change. */
export async function manyDossiers(folder: string, count: number): Promise<void> {
  const mark = join(folder, 'bench-stamp');
  const stamp = stampOf(count);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === stamp) return;
  rmSync(folder, { recursive: true, force: true });
  await fill(folder, count);
  writeFileSync(mark, stamp);
}
