import { describe, expect, it } from 'vitest';
import type { DossierId, EntryId, UserId } from '#shared/base/ids.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { madeUpYearFile, noticeDays } from '#tests/support/made-up-year.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

type Desk = {
  readonly office: TestOffice;
  readonly file: DossierId;
  readonly first: UserId;
  readonly second: UserId;
};

/** An office of two people with a file whose limit runs over the Spring Festival of a year without a notice. */
async function overNewYear(): Promise<Desk> {
  const office = await testOffice({ now: '2027-02-03T09:00' });
  const file = await receiveOne(office, { receivedOn: '2027-02-02' });
  const first = (await office.ask('office.get', {})).me.id;
  const { id } = await office.ask('person.add', { name: '陆某某', roles: ['arbitrator'] });
  return { office, file, first, second: id as UserId };
}

async function due({ office, file }: Desk): Promise<{ due: string | null; provisional: boolean }> {
  const { rows } = await office.ask('deadline.list', {});
  const found = rows.find((row) => row.dossier === file && row.due.ruleId === 'ARB.ACCEPT')?.due;
  return { due: found?.due ?? null, provisional: found?.provisional ?? false };
}

const sit = ({ office }: Desk, id: UserId) => office.ask('person.actAs', { id });

async function propose(desk: Desk, file = madeUpYearFile()): Promise<EntryId> {
  const { id } = await desk.office.ask('calendar.propose', { file });
  return id as EntryId;
}

async function confirmed(desk: Desk, file = madeUpYearFile()): Promise<EntryId> {
  const id = await propose(desk, file);
  await sit(desk, desk.second);
  await desk.office.ask('law.confirm', { id });
  await sit(desk, desk.first);
  return id;
}

describe('a year file', () => {
  it('is looked at without a trace, with its faults or the days it would change', async () => {
    const { office } = await overNewYear();
    const faulty = await office.ask('calendar.check', { file: madeUpYearFile({ source: '' }) });
    expect(faulty).toEqual({
      faults: [{ code: 'bad-source', key: 'source', line: 3 }],
      ...{ year: null, replaces: false, days: [] },
    });
    const good = await office.ask('calendar.check', { file: madeUpYearFile() });
    expect(good).toMatchObject({ faults: [], year: { year: 2027, issued: '2026-11-04' }, replaces: false });
    expect(good.days.map(({ date }) => date)).toContain('2027-02-13');
    expect(await office.refusal('calendar.propose', { file: '{}' })).toMatchObject({ code: 'calendar.file-faulty' });
    expect((await office.ask('law.changes', { about: 'calendar' })).total).toBe(0);
  });

  it('comes into force when another person confirms it, moves the limits it touches and lists them', async () => {
    const desk = await overNewYear();
    const { office, second, file } = desk;
    expect(await due(desk)).toEqual({ due: '2027-02-11', provisional: true });
    const id = await propose(desk);
    expect(await due(desk)).toEqual({ due: '2027-02-11', provisional: true });
    expect(await office.refusal('law.confirm', { id })).toMatchObject({ kind: 'refused', code: 'law.same-person' });
    const line = { about: 'dossier', subject: file, rule: 'ARB.ACCEPT', from: '2027-02-11', to: '2027-02-15' };
    const preview = await office.ask('law.preview', { id });
    expect(preview).toMatchObject({ total: 1, rows: [line] });
    expect(await due(desk)).toEqual({ due: '2027-02-11', provisional: true });
    await sit(desk, second);
    expect(await office.ask('law.confirm', { id })).toMatchObject({ moved: 1 });
    expect(await due(desk)).toEqual({ due: '2027-02-15', provisional: false });
    expect(await office.ask('law.moved', { id })).toEqual(preview);
    const { change, days } = await office.ask('law.change', { id });
    expect(change).toMatchObject({ state: 'confirmed', inForce: true, moved: 1, proposedBy: '沈书记员' });
    expect(change).toMatchObject({
      decidedBy: '陆某某',
      decidedAt: '2027-02-03T09:00',
      source: '国办发明电〔2026〕9号',
    });
    expect(days.map(({ date }) => date)).toContain('2027-02-13');
    const year = (await office.ask('calendar.years', {})).find((one) => one.year === 2027);
    expect(year).toMatchObject({ provisional: false, source: '国办发明电〔2026〕9号' });
    const { rows } = await office.ask('dossier.history', { dossier: file, limit: 20 });
    expect(rows.map(({ kind }) => kind)).toContain('deadline.recomputed');
  });

  it('gives identical tables in a rebuild, and files received later count by it', async () => {
    const desk = await overNewYear();
    await confirmed(desk);
    const later = await receiveOne(desk.office, { receivedOn: '2027-02-02' });
    expect(await due({ ...desk, file: later })).toEqual({ due: '2027-02-15', provisional: false });
    expect(await desk.office.ask('store.rebuild', {})).toMatchObject({ same: true });
    expect(await desk.office.ask('store.verify', {})).toMatchObject({ problems: [] });
    expect(await due(desk)).toEqual({ due: '2027-02-15', provisional: false });
  });

  it('shows what it changes of an official year, and goes back to what shipped the same way', async () => {
    const desk = await overNewYear();
    const { office } = desk;
    const first = await confirmed(desk);
    const longer = { ...noticeDays.holidays, '2027-02-12': '春节' };
    const again = await office.ask('calendar.check', { file: madeUpYearFile({ holidays: longer }) });
    expect(again).toMatchObject({ replaces: true });
    expect(again.days.map(({ date }) => date)).toEqual(['2027-02-12']);
    const second = await confirmed(desk, madeUpYearFile({ holidays: longer }));
    expect(await due(desk)).toEqual({ due: '2027-02-16', provisional: false });
    expect(await office.refusal('law.restore', { id: first, reason: '' })).toMatchObject({ code: 'law.not-in-force' });
    const back = (await office.ask('law.restore', { id: second, reason: '导入有误' })).id as EntryId;
    await sit(desk, desk.second);
    await office.ask('law.confirm', { id: back });
    expect(await due(desk)).toEqual({ due: '2027-02-15', provisional: false });
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('that was the first of its year is undone by going back to 暂估', async () => {
    const desk = await overNewYear();
    const first = await confirmed(desk);
    const back = (await desk.office.ask('law.restore', { id: first, reason: '' })).id as EntryId;
    expect((await desk.office.ask('law.change', { id: back })).change).toMatchObject({ toShipped: true, mine: true });
    await sit(desk, desk.second);
    await desk.office.ask('law.confirm', { id: back });
    expect(await due(desk)).toEqual({ due: '2027-02-11', provisional: true });
    expect(await desk.office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('is proposed once at a time, never twice the same, and decided once', async () => {
    const desk = await overNewYear();
    const { office } = desk;
    const id = await propose(desk);
    const file = madeUpYearFile();
    expect(await office.refusal('calendar.propose', { file })).toMatchObject({ code: 'law.already-proposed' });
    await office.ask('law.drop', { id, reason: '' });
    expect(await office.refusal('law.drop', { id, reason: '' })).toMatchObject({ code: 'law.decided' });
    await sit(desk, desk.second);
    expect(await office.refusal('law.confirm', { id })).toMatchObject({ code: 'law.decided' });
    expect(await office.refusal('law.preview', { id })).toMatchObject({ code: 'law.decided' });
    await sit(desk, desk.first);
    await confirmed(desk);
    expect(await office.refusal('calendar.propose', { file })).toMatchObject({ code: 'law.nothing-changes' });
    const unknown = `s1:${'0'.repeat(64)}` as EntryId;
    expect(await office.refusal('law.confirm', { id: unknown })).toMatchObject({ code: 'not-found.law-change' });
  });
});
