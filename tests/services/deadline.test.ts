import { describe, expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import { approval } from '#tests/support/approval.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

const day = localDate;
const decided = { decidedBy: '仲裁院负责人', paper: '青劳人仲中字第1号' };

async function accepted(office: TestOffice, on: string): Promise<DossierId> {
  const dossier = await receiveOne(office, { receivedOn: on });
  await office.ask('dossier.accept', { dossier, on: day(on) });
  return dossier;
}

const event = (dossier: DossierId, said: Partial<CallInput<'clock.record'>>): CallInput<'clock.record'> => ({
  ...{ dossier, ruleId: 'ARB.LIMIT', type: 'SUSPEND', on: day('2026-03-20') },
  ...said,
});

async function limit(office: TestOffice, dossier: DossierId) {
  const { deadlines } = await office.ask('dossier.get', { dossier });
  const found = deadlines.find(({ ruleId }) => ruleId === 'ARB.LIMIT');
  if (!found) throw new Error('no limit');
  return found;
}

describe('the limit of a case', () => {
  it('follows a suspension and a resumption, keeps who decided them, and explains itself', async () => {
    const office = await testOffice({ now: '2026-05-18T14:20' });
    const dossier = await accepted(office, '2026-03-02');
    await office.ask('clock.record', event(dossier, { ground: '47-5', ...decided }));
    expect(await limit(office, dossier)).toMatchObject({ state: 'suspended', due: null, lamp: 'none', daysLeft: null });
    expect(await office.ask('clock.may', { dossier, ruleId: 'ARB.LIMIT' })).toContain('RESUME');

    await office.ask('clock.record', event(dossier, { type: 'RESUME', on: day('2026-05-11') }));
    expect(await limit(office, dossier)).toMatchObject({ state: 'running', due: '2026-06-08', target: '2026-06-05' });
    const { id } = await limit(office, dossier);
    const explained = await office.ask('deadline.explain', { id });
    expect(explained.about).toBe('青劳人仲(2026)办字第1号');
    expect(explained.deadline).toMatchObject({
      raw: '2026-06-07',
      legal: '2026-06-08',
      used: 25,
      left: 20,
      calendar: '2026.2',
    });
    expect(explained.deadline.why).toContainEqual({ code: 'suspended', on: '2026-03-20', ground: '47-5', used: 18 });
    expect(explained.deadline.changes.map(({ type, before, after }) => [type, before, after])).toEqual([
      ['START', null, '2026-04-16'],
      ['SUSPEND', '2026-04-16', null],
      ['RESUME', null, '2026-06-08'],
    ]);
  });

  it('names who decided each event and on which paper, or who entered the act that began it', async () => {
    const office = await testOffice({ now: '2026-05-18T14:20' });
    const dossier = await accepted(office, '2026-03-02');
    await office.ask('clock.record', event(dossier, { ground: '47-5', ...decided }));
    const { id } = await limit(office, dossier);
    const { deadline, events } = await office.ask('deadline.explain', { id });
    const me = (await office.ask('office.get', {})).me.name;
    expect(me).not.toBe('');
    expect(
      events.map(({ type, on, decidedBy, paper, recordedBy }) => [type, on, decidedBy, paper, recordedBy]),
    ).toEqual([
      ['START', '2026-03-02', '', '', me],
      ['SUSPEND', '2026-03-20', decided.decidedBy, decided.paper, ''],
    ]);
    expect(events.map((one) => one.id)).toEqual(deadline.changes.map((change) => change.event));
  });

  it('is extended once by at most fifteen days', async () => {
    const office = await testOffice({ now: '2026-09-20T09:00' });
    const dossier = await accepted(office, '2026-08-20');
    expect(await limit(office, dossier)).toMatchObject({ due: '2026-10-08', target: '2026-09-30' });
    const extend = event(dossier, { type: 'EXTEND', on: day('2026-09-20'), amount: 15, ...decided });
    await office.ask('clock.record', extend);
    expect(await limit(office, dossier)).toMatchObject({ due: '2026-10-19' });
    expect(await office.refusal('clock.record', extend)).toEqual({ kind: 'refused', code: 'clock.extend-twice' });
  });

  it('is computed provisionally over a year without a notice and says so everywhere', async () => {
    const office = await testOffice({ now: '2026-12-01T09:00' });
    const dossier = await accepted(office, '2026-12-01');
    expect(await limit(office, dossier)).toMatchObject({ due: '2027-01-15', provisional: true });
    const listed = await office.ask('deadline.list', { from: day('2027-01-01'), to: day('2027-12-31') });
    expect(listed.rows.map(({ due, dossier: of }) => [due.provisional, of])).toEqual([[true, dossier]]);
    const years = await office.ask('calendar.years', {});
    expect(years.slice(-2).map(({ year, provisional, source }) => [year, provisional, source !== ''])).toEqual([
      [2026, false, true],
      [2027, true, false],
    ]);
    expect(years.find(({ year }) => year === 2026)?.off[0]).toEqual({ date: '2026-01-01', holiday: 'new-year' });
  });

  it('refuses events that cannot be counted and writes nothing', async () => {
    const office = await testOffice({ now: '2026-05-18T14:20' });
    const dossier = await accepted(office, '2026-03-02');
    const before = await office.ask('dossier.history', { dossier });
    const code = async (said: Partial<CallInput<'clock.record'>>) =>
      (await office.refusal('clock.record', event(dossier, said))).code;
    expect(await code({ ground: '47-5' })).toBe('clock.decider-missing');
    const { decidedBy } = decided;
    // 办案规则45、47: approved in writing, so the paper is named.
    expect(await code({ ground: '47-5', decidedBy })).toBe('clock.paper-missing');
    expect(await code({ ground: '33-31', decidedBy })).toBe('clock.paper-missing');
    expect(await code({ type: 'EXTEND', amount: 15, decidedBy, paper: ' ' })).toBe('clock.paper-missing');
    expect(await code({ ground: '47-5', ...decided, on: day('2026-05-19') })).toBe('clock.in-future');
    expect(await code({ ground: '张三生病', ...decided })).toBe('clock.ground-unknown');
    expect(await code({ type: 'RESUME' })).toBe('clock.resume-without-suspend');
    expect(await code({ type: 'EXCLUDE_BEGIN', ground: '33-delegation' })).toBe('clock.not-excluded-here');
    expect(await code({ ground: '47-5', ...decided, on: day('2026-03-01') })).toBe('clock.before-start');
    expect(await code({ ruleId: 'ARB.NONE', type: 'RESUME' })).toBe('clock.no-such-limit');
    expect(await office.ask('dossier.history', { dossier })).toEqual(before);
    await office.ask('dossier.close', { ...approval, dossier, on: day('2026-05-18'), type: 'arb.withdrawn' });
    expect(await code({ ground: '47-5', ...decided })).toBe('clock.dossier-closed');
    expect(await office.ask('clock.may', { dossier, ruleId: 'ARB.LIMIT' })).toEqual([]);
  });

  it('leaves out commissioned evidence in Zhejiang, where the law says so', async () => {
    const office = await testOffice({ now: '2026-04-20T09:00', region: '330102' });
    const dossier = await accepted(office, '2026-03-02');
    expect(await limit(office, dossier)).toMatchObject({ due: '2026-04-16', lamp: 'overdue', daysLeft: -4 });
    const begin = { type: 'EXCLUDE_BEGIN' as const, ground: '33-delegation', on: day('2026-03-10') };
    await office.ask('clock.record', event(dossier, begin));
    await office.ask('clock.record', event(dossier, { ...begin, type: 'EXCLUDE_END', on: day('2026-03-20') }));
    expect(await limit(office, dossier)).toMatchObject({ due: '2026-04-27' });
  });

  it('keeps what was typed about an event, cleaned, in its body and not in its header', async () => {
    const office = await testOffice({ now: '2026-05-18T14:20' });
    const dossier = await accepted(office, '2026-03-02');
    await office.ask('clock.record', event(dossier, { ground: '47-6', ...decided, note: '等待\u202e鉴定\u0007结论' }));
    const stored = office.open.store.db.get(
      'SELECT decided_by, paper, note, ground FROM clock_event WHERE note <> ?',
      '',
    );
    expect(stored).toEqual({
      decided_by: decided.decidedBy,
      paper: decided.paper,
      note: '等待鉴定结论',
      ground: '47-6',
    });
    const { rows } = await office.ask('dossier.history', { dossier });
    expect(JSON.stringify(rows[0]?.facts)).not.toContain('仲裁院负责人');
  });
});

describe('rules and calendars', () => {
  it('are listed as they apply here, the province before the nation, with how well they are known', async () => {
    const office = await testOffice({ region: '330102' });
    const { pack, rows: rules } = await office.ask('rule.list', {});
    expect(pack).toBe('CN+33');
    expect(rules.find(({ id }) => id === 'ARB.LIMIT')).toMatchObject({
      amount: 45,
      unit: 'calendar-day',
      region: '33',
    });
    expect(rules.find(({ id }) => id === 'REQ.REVIEW')).toMatchObject({ confidence: 'default' });
    const shanghai = await (await testOffice({ region: '310118' })).ask('rule.list', {});
    expect(shanghai.rows.find(({ id }) => id === 'ARB.LIMIT')).toMatchObject({ region: 'CN' });
  });

  it('answer not-found for a deadline that is none', async () => {
    const office = await testOffice();
    const failure = await office.refusal('deadline.explain', { id: `0`.repeat(36) });
    expect(failure).toEqual({ kind: 'not-found', code: 'not-found.deadline' });
  });
});
