import { describe, expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { madeUpOffice, openedBackend, type TestBackend, testBackend } from '#tests/support/backend.ts';
import { employer, worker } from '#tests/support/made-up-parties.ts';

const parties = [worker('周某某'), employer('某某物流(上海)有限公司')];

async function receive({ ask }: TestBackend, receivedOn: string): Promise<DossierId> {
  return (await ask('dossier.receive', { side: 'arb', receivedOn, parties })).id as DossierId;
}

it('is said in the status, once it is more than an ordinary correction, and until it is right again', async () => {
  const office = await openedBackend({ now: '2026-03-17T09:30' });
  const clock = async () => {
    const { clockBehind, newest, today } = await office.ask('session.status', {});
    return { clockBehind, newest, today };
  };
  office.setNow('2026-03-17T09:25');
  expect(await clock()).toEqual({ clockBehind: false, newest: undefined, today: '2026-03-17' });
  office.setNow('2025-03-17T09:30');
  expect(await clock()).toEqual({ clockBehind: true, newest: '2026-03-17', today: '2025-03-17' });
  office.setNow('2026-03-17T09:31');
  expect(await clock()).toEqual({ clockBehind: false, newest: undefined, today: '2026-03-17' });
});

it('lets the true dates be written, and what is recorded never goes back', async () => {
  const office = await openedBackend({ now: '2026-03-17T09:30' });
  const dossier = await receive(office, '2026-03-16');
  office.setNow('2025-03-17T09:30');
  await office.ask('dossier.accept', { dossier, on: localDate('2026-03-17') });
  const suspended = { dossier, ruleId: 'ARB.LIMIT', type: 'SUSPEND' as const, on: localDate('2026-03-17') };
  await office.ask('clock.record', { ...suspended, ground: '47-5', decidedBy: '院负责人', paper: '中止1号' });
  await office.ask('note.add', { dossier, text: '钟拨回去了' });
  const next = await receive(office, '2026-03-17');
  const tomorrow = { side: 'arb' as const, receivedOn: '2026-03-18', parties };
  expect(await office.refusal('dossier.receive', tomorrow)).toMatchObject({ code: 'dossier.in-future' });

  const { row, deadlines } = await office.ask('dossier.get', { dossier });
  expect(row).toMatchObject({ windowNo: '青收2026-0001', acceptedOn: '2026-03-17' });
  expect(row.caseNo).toContain('2026');
  expect(deadlines).toContainEqual(expect.objectContaining({ ruleId: 'ARB.LIMIT', state: 'suspended' }));
  expect((await office.ask('dossier.get', { dossier: next })).row.windowNo).toBe('青收2026-0002');
  const history = (await office.ask('dossier.history', { dossier })).rows;
  expect(history.length).toBeGreaterThanOrEqual(4);
  expect(history.map(({ recordedAt }) => recordedAt.slice(0, 10))).toEqual(history.map(() => '2026-03-17'));

  office.setNow('2026-03-18T09:30');
  await office.ask('clock.record', { ...suspended, type: 'RESUME', on: localDate('2026-03-18') });
  const [due] = (await office.ask('dossier.get', { dossier })).deadlines.filter(({ ruleId }) => ruleId === 'ARB.LIMIT');
  // 45 days from 17 March and the day of suspension end on 2 May, a day off like every day until the 5th.
  expect(due).toMatchObject({ state: 'running', due: '2026-05-06' });
  expect((await office.ask('store.verify', {})).problems).toEqual([]);
  expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
});

it('judges typed days as it does the days of acts: the day on a mandate, a receipt long ago, the day a letter asks for', async () => {
  const office = await openedBackend({ now: '2026-03-17T09:30' });
  const agent = { ...worker('祁某某', 9), role: 'agent' as const };
  const received = await office.ask('dossier.receive', {
    ...{ side: 'arb', receivedOn: '2026-03-16', parties: [...parties, agent] },
  });
  const dossier = received.id as DossierId;
  const view = await office.ask('dossier.get', { dossier });
  office.setNow('2025-03-17T09:30');
  const [applicant = '', , party = ''] = view.parties.map(({ id }) => id);
  const said = { dossier, party, base: view.revision, kind: 'mandated' as const, authority: 'general' as const };
  const mandate = { ...said, principals: [applicant] };
  expect(await office.refusal('agent.set', { ...mandate, paperOn: localDate('2026-03-18') })).toMatchObject({
    ...{ code: 'agent.paper-in-future', field: 'paperOn' },
  });
  await office.ask('agent.set', { ...mandate, paperOn: localDate('2026-03-17') });
  expect((await office.ask('agent.list', { dossier })).agents).toMatchObject([{ paperOn: '2026-03-17' }]);
  const old = await office.ask('dossier.receive', { side: 'arb', receivedOn: '2025-03-16', parties });
  expect(old.warnings).toContainEqual(expect.objectContaining({ code: 'dossier.received-long-ago' }));
  const { letter } = await office.ask('request.prefill', { dossier, kind: 'ARB_INVESTIGATE' });
  expect(letter.askedDate > '2026-03-17').toBe(true);
});

it('lets no limit look far away: every list counts from the day of the newest recording', async () => {
  const office = await openedBackend({ now: '2026-03-17T09:30' });
  const dossier = await receive(office, '2026-03-16');
  office.setNow('2025-03-17T09:30');
  const page = { offset: 0, limit: 20 };
  const listed = (await office.ask('dossier.list', { ...page, filter: { side: 'arb' } })).rows;
  const { row } = await office.ask('dossier.get', { dossier });
  const due = (await office.ask('deadline.list', page)).rows;
  expect([listed[0]?.next?.daysLeft, row.next?.daysLeft, due[0]?.due.daysLeft]).toEqual([6, 6, 6]);
  expect(await office.ask('today.get', {})).toMatchObject({ today: '2026-03-17' });
});

it('locks nobody out: the passphrase is taken, and a waiting time of the future lasts no longer than its own length', async () => {
  const office = await testBackend({ now: '2026-03-17T09:30' });
  const passphrase = 'correct horse battery';
  await office.ask('session.create', { ...madeUpOffice, passphrase });
  await office.ask('session.lock', {});
  for (let tried = 0; tried < 5; tried += 1) await office.refusal('session.unlock', { passphrase: 'wrong' });
  await office.close();
  const later = await testBackend({ folder: office.folder, now: '2025-03-17T09:30' });
  expect(await later.ask('session.status', {})).toMatchObject({ state: 'locked', waitSeconds: 30 });
  later.pass(30);
  await later.ask('session.unlock', { passphrase });
  expect(await later.ask('session.status', {})).toMatchObject({
    state: 'open',
    clockBehind: true,
    newest: '2026-03-17',
  });
  expect((await later.ask('store.verify', {})).problems).toEqual([]);
});

describe('a clock that stood ahead and was set right', () => {
  /** An office that recorded a file while its clock stood a year ahead, and has the true time again. */
  async function ahead(): Promise<TestBackend> {
    const office = await openedBackend({ now: '2026-03-16T09:30' });
    await receive(office, '2026-03-16');
    office.setNow('2027-03-17T09:30');
    await office.ask('note.add', { dossier: await receive(office, '2026-03-16'), text: '钟快了一年' });
    office.setNow('2026-03-17T09:30');
    return office;
  }

  const said = { today: localDate('2026-03-17'), reason: '与标准时间核对' };

  it('counts from today again once a person said so, and the audit trail says who and why', async () => {
    const office = await ahead();
    expect(await office.ask('today.get', {})).toMatchObject({ today: '2027-03-17' });
    await office.ask('office.confirmClock', said);
    expect(await office.ask('session.status', {})).toMatchObject({ clockBehind: false });
    expect(await office.ask('today.get', {})).toMatchObject({ today: '2026-03-17' });
    const tomorrow = { side: 'arb' as const, receivedOn: '2026-03-18', parties };
    expect(await office.refusal('dossier.receive', tomorrow)).toMatchObject({ code: 'dossier.in-future' });
    await receive(office, '2026-03-17');
    const [line] = (await office.ask('audit.list', { limit: 1 })).rows;
    expect(line).toMatchObject({ act: 'audit.clock', person: '沈书记员', about: '2027-03-17', reason: said.reason });
    office.setNow('2026-03-20T08:00');
    expect(await office.ask('today.get', {})).toMatchObject({ today: '2026-03-20' });
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
    expect(await office.ask('today.get', {})).toMatchObject({ today: '2026-03-20' });
    expect((await office.ask('store.verify', {})).problems).toEqual([]);
  });

  it('still warns when it is set back from there, and when it stands ahead once more', async () => {
    const office = await ahead();
    await office.ask('office.confirmClock', said);
    office.setNow('2026-02-01T09:30');
    expect(await office.ask('session.status', {})).toMatchObject({ clockBehind: true, newest: '2026-03-17' });
    expect(await office.ask('today.get', {})).toMatchObject({ today: '2026-03-17' });
    office.setNow('2028-05-01T09:30');
    await receive(office, '2026-03-16');
    office.setNow('2026-03-18T09:30');
    expect(await office.ask('session.status', {})).toMatchObject({ clockBehind: true, newest: '2028-05-01' });
    await office.ask('office.confirmClock', { ...said, today: localDate('2026-03-18') });
    expect(await office.ask('today.get', {})).toMatchObject({ today: '2026-03-18' });
  });

  it('is not said of another day, without a reason, or where nothing is wrong', async () => {
    const office = await ahead();
    const code = async (changes: Partial<typeof said>) =>
      (await office.refusal('office.confirmClock', { ...said, ...changes })).code;
    expect(await code({ today: localDate('2026-03-18') })).toBe('office.clock-other-day');
    expect(await code({ reason: ' \n ' })).toBe('office.clock-no-reason');
    await office.ask('office.confirmClock', said);
    expect(await code({})).toBe('office.clock-not-behind');
  });
});
