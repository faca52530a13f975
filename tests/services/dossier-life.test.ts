import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/base/local-date.ts';
import { approval, filing } from '#tests/support/approval.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { employer, worker } from '#tests/support/made-up-parties.ts';
import { testOffice } from '#tests/support/office.ts';

const day = localDate;
const complained = [
  { ...worker('钱某某'), role: 'complainant' as const },
  { ...employer('某某建设有限公司'), role: 'employer' as const },
];

describe('the life of an arbitration file', () => {
  it('goes from the window over acceptance to closing, and each act moves its clocks', async () => {
    const office = await testOffice({ now: '2026-03-02T10:00' });
    const dossier = await receiveOne(office, { cause: '追索劳动报酬纠纷', receivedOn: '2026-03-02T09:15' });
    const first = await office.ask('dossier.get', { dossier });
    expect(first.row).toMatchObject({
      ...{ status: 'received', windowNo: '青收2026-0001', caseNo: null, receivedOn: '2026-03-02T09:15' },
      ...{ title: '周某某 — 某某物流(上海)有限公司' },
      next: { ruleId: 'ARB.ACCEPT', due: '2026-03-09', state: 'running', lamp: 'fine', daysLeft: 7 },
    });
    expect(first.may).toEqual(['accept', 'reject', 'amend', 'request']);

    const accepted = await office.ask('dossier.accept', { dossier, on: day('2026-03-02') });
    expect(accepted.caseNo).toBe('青劳人仲(2026)办字第1号');
    const second = await office.ask('dossier.get', { dossier });
    expect(second.row).toMatchObject({ status: 'accepted', acceptedOn: '2026-03-02' });
    expect(second.row.next).toMatchObject({ ruleId: 'ARB.LIMIT', due: '2026-04-16', confidence: 'certain' });
    expect(second.deadlines.map(({ ruleId, state }) => [ruleId, state])).toEqual([
      ['ARB.ACCEPT', 'stopped'],
      ['ARB.LIMIT', 'running'],
    ]);

    office.setNow('2026-04-10T16:00');
    await office.ask('dossier.close', {
      ...approval,
      dossier,
      on: day('2026-04-10'),
      type: 'arb.mediated',
      note: '双方签收',
    });
    const third = await office.ask('dossier.get', { dossier });
    expect(third.row).toMatchObject({ status: 'closed', closedOn: '2026-04-10', next: null });
    expect(third).toMatchObject({ closeType: 'arb.mediated', closeNote: '双方签收', may: [] });
    expect(third.deadlines.map(({ state }) => state)).toEqual(['stopped', 'stopped']);
  });

  it('refuses acts out of order, out of time and of the other side, and writes nothing then', async () => {
    const office = await testOffice({ now: '2026-03-17T10:00' });
    const dossier = await receiveOne(office);
    const before = await office.ask('dossier.history', { dossier });
    const refused = async (name: 'dossier.accept' | 'dossier.close', on: string, type = 'arb.mediated') =>
      name === 'dossier.accept'
        ? (await office.refusal(name, { dossier, on: day(on) })).code
        : (await office.refusal(name, { dossier, on: day(on), type })).code;
    expect(await refused('dossier.accept', '2026-03-01')).toBe('dossier.accept-before-receipt');
    expect(await refused('dossier.accept', '2026-03-18')).toBe('dossier.in-future');
    expect(await refused('dossier.close', '2026-03-17')).toBe('dossier.close-needs-acceptance');
    expect(await refused('dossier.close', '2026-03-17', 'lsi.handled')).toBe('dossier.close-type-unknown');
    expect(await office.ask('dossier.history', { dossier })).toEqual(before);

    await office.ask('dossier.accept', { dossier, on: day('2026-03-09') });
    expect(await refused('dossier.accept', '2026-03-09')).toBe('dossier.already-accepted');
    expect(await refused('dossier.close', '2026-03-08')).toBe('dossier.close-before-acceptance');
    expect(await refused('dossier.close', '2026-03-17', 'arb.rejected')).toBe('dossier.close-only-before-acceptance');
    await office.ask('dossier.close', { ...approval, dossier, on: day('2026-03-17'), type: 'arb.withdrawn' });
    expect(await refused('dossier.close', '2026-03-17')).toBe('dossier.already-closed');
    const amend = await office.refusal('dossier.amend', { dossier, base: 0, cause: '其他' });
    expect(amend).toEqual({ kind: 'refused', code: 'dossier.already-closed' });
  });

  it('ends at the window when it is not accepted, and takes notes afterwards', async () => {
    const office = await testOffice({ now: '2026-03-05T10:00' });
    const dossier = await receiveOne(office);
    await office.ask('dossier.close', {
      ...approval,
      dossier,
      on: day('2026-03-05'),
      type: 'arb.rejected',
      note: '不属于受案范围',
    });
    await office.ask('note.add', { dossier, text: '当事人来电询问' });
    const view = await office.ask('dossier.get', { dossier });
    expect(view.row).toMatchObject({ status: 'closed', caseNo: null, acceptedOn: null, next: null });
    expect(view.notes.map(({ text, by, at }) => [text, by, at])).toEqual([
      ['当事人来电询问', '沈书记员', '2026-03-05T10:00'],
    ]);
  });

  it('refuses a receipt in the future or on a day that does not exist, and looks twice at one long ago', async () => {
    const office = await testOffice({ now: '2026-03-17T10:00' });
    const parties = [worker('周某某')];
    const future = await office.refusal('dossier.receive', { side: 'arb', receivedOn: '2026-03-18', parties });
    expect(future).toEqual({ kind: 'refused', code: 'dossier.in-future', field: 'receivedOn' });
    const never = await office.refusal('dossier.receive', { side: 'arb', receivedOn: '2026-02-30', parties });
    expect(never).toEqual({ kind: 'bad-input', code: 'dossier.no-such-date', field: 'receivedOn' });
    const said = { side: 'arb' as const, receivedOn: '2026-03-17', parties, channel: 'report' };
    expect(await office.refusal('dossier.receive', said)).toMatchObject({ code: 'dossier.channel-unknown' });
    const old = await office.ask('dossier.receive', { side: 'arb', receivedOn: '2025-03-17', parties });
    expect(old.warnings).toEqual([{ code: 'dossier.received-long-ago', field: 'receivedOn', facts: { days: 365 } }]);
  });
});

describe('the life of an inspection file', () => {
  it('counts sixty working days from filing, and five from a complaint', async () => {
    const office = await testOffice({ now: '2026-01-05T10:00', region: '320509' });
    const said = { side: 'lsi' as const, receivedOn: '2026-01-05', channel: 'complaint', parties: complained };
    const dossier = await receiveOne(office, said);
    const waiting = await office.ask('dossier.get', { dossier });
    expect(waiting.row.next).toMatchObject({ ruleId: 'LSI.ACCEPT', due: '2026-01-12' });
    const accepted = await office.ask('dossier.accept', { ...filing, dossier, on: day('2026-01-05') });
    expect(accepted.caseNo).toBe('吴人社监案字〔2026〕第1号');
    const running = await office.ask('dossier.get', { dossier });
    expect(running.row.next).toMatchObject({ ruleId: 'LSI.INVESTIGATE', due: '2026-04-03' });
  });

  it('has no limit for a report from anybody until it is filed', async () => {
    const office = await testOffice({ now: '2026-01-05T10:00' });
    const said = { side: 'lsi' as const, receivedOn: '2026-01-05', channel: 'report', parties: complained };
    const dossier = await receiveOne(office, said);
    expect((await office.ask('dossier.get', { dossier })).deadlines).toEqual([]);
    await office.ask('dossier.accept', { ...filing, dossier, on: day('2026-01-05') });
    const { deadlines } = await office.ask('dossier.get', { dossier });
    expect(deadlines.map(({ ruleId, due }) => [ruleId, due])).toEqual([['LSI.INVESTIGATE', '2026-04-03']]);
  });

  it('is not taken by an office of arbitration, nor with parties of the other side', async () => {
    const office = await testOffice({ now: '2026-03-17T10:00', side: 'arbitration' });
    const said = { side: 'lsi' as const, receivedOn: '2026-03-16' };
    expect(await office.refusal('dossier.receive', { ...said, parties: complained })).toMatchObject({
      ...{ kind: 'refused', code: 'dossier.side-not-ours' },
    });
    expect(await office.refusal('dossier.receive', { ...said, parties: [worker('周某某')] })).toEqual({
      ...{ kind: 'bad-input', code: 'party.role-of-other-side', field: 'parties.0.role' },
    });
  });
});

describe('what is known of a file', () => {
  it('keeps every change in its history, newest first, each naming what it replaces', async () => {
    const office = await testOffice({ now: '2026-03-17T10:00' });
    const dossier = await receiveOne(office);
    const people = await office.ask('office.get', {});
    const { revision: base } = await office.ask('dossier.get', { dossier });
    await office.ask('dossier.amend', { dossier, base, cause: '工伤保险待遇纠纷', handler: people.me.id });
    await office.ask('dossier.amend', { dossier, base, cause: '工伤保险待遇纠纷' });
    await office.ask('dossier.amend', { dossier, base, summary: '第一行\n第二行' });
    const view = await office.ask('dossier.get', { dossier });
    expect(view).toMatchObject({ row: { cause: '工伤保险待遇纠纷', handler: '沈书记员' }, summary: '第一行\n第二行' });
    expect(view.handlerId).toBe(people.me.id);
    const history = await office.ask('dossier.history', { dossier, limit: 2 });
    expect(history.total).toBe(3);
    expect(history.rows.map(({ kind, person, recordedAt, device }) => ({ kind, person, recordedAt, device }))).toEqual(
      ['dossier.amended', 'dossier.amended'].map((kind) => ({
        ...{ kind, person: '沈书记员', recordedAt: '2026-03-17T10:00', device: office.open.device },
      })),
    );
    const last = await office.ask('dossier.history', { dossier, offset: 2 });
    expect(last.rows.map(({ kind }) => kind)).toEqual(['dossier.received']);
  });

  it('has claims of its own side that are added, changed and removed', async () => {
    const office = await testOffice({ now: '2026-03-17T10:00' });
    const wage = { code: 'wage', amountFen: 2_460_000 as never, from: day('2025-10-01'), to: day('2025-12-31') };
    const dossier = await receiveOne(office, { claims: [wage] });
    const added = await office.ask('claim.add', { dossier, code: 'overtime', basis: '8200 ÷ 21.75 × 11 × 2' });
    const { claims, revision: base } = await office.ask('dossier.get', { dossier });
    const [first] = claims;
    await office.ask('claim.amend', { dossier, base, claim: first?.id ?? '', ...wage, amountFen: 2_500_000 as never });
    const changed = await office.ask('dossier.get', { dossier });
    expect(changed.claims.map(({ code, amountFen, from, basis }) => [code, amountFen, from, basis])).toEqual([
      ['wage', 2_500_000, '2025-10-01', ''],
      ['overtime', null, null, '8200 ÷ 21.75 × 11 × 2'],
    ]);
    await office.ask('claim.remove', { dossier, claim: added.id });
    expect((await office.ask('dossier.get', { dossier })).claims).toHaveLength(1);
    expect(await office.refusal('claim.remove', { dossier, claim: added.id })).toMatchObject({
      code: 'not-found.claim',
    });
    expect(await office.refusal('claim.add', { dossier, code: 'm6' })).toMatchObject({ code: 'claim.code-unknown' });
    const backwards = { ...wage, from: day('2026-01-01') };
    expect(await office.refusal('claim.add', { dossier, ...backwards })).toMatchObject({ field: 'to' });
  });
});
