import { describe, expect, it } from 'vitest';
import type { DossierId, EntryId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import { approval } from '#tests/support/approval.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

const day = localDate;
const view = (office: TestOffice, dossier: DossierId) => office.ask('dossier.get', { dossier });

async function accepted(office: TestOffice, on = '2026-03-06'): Promise<DossierId> {
  const dossier = await receiveOne(office);
  await office.ask('dossier.accept', { dossier, on: day(on) });
  return dossier;
}

const said = {
  on: day('2026-03-10'),
  ground: '同一用人单位、同一事由',
  decidedBy: '院负责人',
  paper: '合并审理通知书1号',
};

async function join(office: TestOffice, dossier: DossierId, other: DossierId, more: object = {}): Promise<EntryId> {
  const { revision } = await view(office, dossier);
  await office.ask('dossier.join', { dossier, base: revision, other, lead: 'this', ...said, ...more });
  return (await view(office, dossier)).joinings.at(-1)?.id as EntryId;
}

async function refusedJoin(office: TestOffice, input: Omit<CallInput<'dossier.join'>, 'base'>) {
  const { revision } = await view(office, input.dossier);
  const { code, field } = await office.refusal('dossier.join', { ...input, base: revision });
  return [code, field];
}

describe('files heard together', () => {
  it('say so both ways, in lists too, and each keeps its limits and its number', async () => {
    const office = await testOffice();
    const [lead, other] = [await accepted(office), await accepted(office, '2026-03-09')];
    const before = await view(office, other);
    await join(office, lead, other);
    const [there, here] = [await view(office, lead), await view(office, other)];
    expect(there.joinings).toMatchObject([{ dossier: other, leads: true, ...said, partedOn: '', struck: false }]);
    expect(here.joinings).toMatchObject([{ dossier: lead, leads: false, number: there.row.caseNo }]);
    expect(here.deadlines).toEqual(before.deadlines);
    expect(here.row).toMatchObject({ caseNo: before.row.caseNo, leadNo: there.row.caseNo });
    const rows = (await office.ask('dossier.list', {})).rows;
    expect(new Map(rows.map(({ id, leadNo }) => [id, leadNo]))).toEqual(
      new Map<string, string | null>([
        [lead, null],
        [other, there.row.caseNo],
      ]),
    );
    for (const dossier of [lead, other]) {
      const [act] = (await office.ask('dossier.history', { dossier })).rows;
      expect([act?.kind, JSON.stringify(act).includes('同一')]).toEqual(['dossier.joined', false]);
    }
  });

  it('are heard apart again by a decision, and may be joined elsewhere from that day', async () => {
    const office = await testOffice();
    const [a, b, c] = [await accepted(office), await accepted(office), await accepted(office)];
    const joining = await join(office, a, b);
    expect(await refusedJoin(office, { dossier: c, other: b, lead: 'this', ...said })).toEqual([
      'joining.already',
      'other',
    ]);
    const apart = { dossier: b, joining, on: day('2026-03-12'), ground: '争议不同', decidedBy: '院负责人' };
    await office.ask('dossier.part', apart);
    expect((await view(office, b)).row.leadNo).toBe(null);
    expect((await view(office, a)).joinings).toMatchObject([{ partedOn: '2026-03-12', partGround: '争议不同' }]);
    expect(await office.refusal('dossier.part', apart)).toMatchObject({ code: 'joining.parted' });
    expect(await refusedJoin(office, { dossier: c, other: b, lead: 'this', ...said })).toEqual([
      'joining.before-earlier',
      'on',
    ]);
    await join(office, b, c, { lead: 'other', on: day('2026-03-12') });
    expect((await view(office, b)).row.leadNo).toBe((await view(office, c)).row.caseNo);
    const back = { dossier: a, joining, what: 'parting' as const, reason: '误记' };
    expect(await office.refusal('dossier.strikeJoining', back)).toMatchObject({ code: 'joining.already' });
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('were joined wrongly: struck by an act with its reason, everything as before, and a parting is taken back', async () => {
    const office = await testOffice();
    const [a, b] = [await accepted(office), await accepted(office)];
    const joining = await join(office, a, b);
    await office.ask('dossier.part', { dossier: a, joining, ...said });
    await office.ask('dossier.strikeJoining', { dossier: a, joining, what: 'parting', reason: '分案误记' });
    expect((await view(office, b)).row.leadNo).toBe((await view(office, a)).row.caseNo);
    await office.ask('dossier.strikeJoining', { dossier: b, joining, what: 'joining', reason: '并错案卷' });
    expect((await view(office, b)).joinings).toMatchObject([{ struck: true, struckReason: '并错案卷' }]);
    expect((await view(office, b)).row.leadNo).toBe(null);
    const again = { dossier: b, joining, what: 'joining' as const, reason: '再次' };
    expect(await office.refusal('dossier.strikeJoining', again)).toMatchObject({ code: 'joining.none' });
    const kinds = (await office.ask('dossier.history', { dossier: b })).rows.map(({ kind }) => kind);
    expect(kinds.slice(0, 4)).toEqual([
      ...['dossier.joining-struck', 'dossier.joining-struck', 'dossier.parted', 'dossier.joined'],
    ]);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('are refused before acceptance, of another side, without a ground or on a page that is out of date', async () => {
    const office = await testOffice();
    const [a, b] = [await accepted(office), await receiveOne(office)];
    const of = { dossier: a, lead: 'this' as const, ...said };
    expect(await refusedJoin(office, { ...of, other: b })).toEqual(['joining.other-not-heard', 'other']);
    expect(await refusedJoin(office, { ...of, other: a })).toEqual(['joining.itself', 'other']);
    const inspected = await receiveOne(office, {
      side: 'lsi',
      channel: 'complaint',
      parties: [{ role: 'complainant', type: 'person', name: '周某' }],
    });
    expect(await refusedJoin(office, { ...of, other: inspected })).toEqual(['joining.no-arbitration', 'other']);
    const c = await accepted(office);
    expect(await refusedJoin(office, { ...of, other: c, ground: '\u200b' })).toEqual([
      'joining.ground-empty',
      'ground',
    ]);
    const { revision } = await view(office, a);
    const step = { dossier: a, base: revision, step: 'arb.panel', on: day('2026-03-11') };
    await office.ask('dossier.step', step);
    expect(await office.refusal('dossier.join', { ...of, base: revision, other: c })).toMatchObject({
      kind: 'conflict',
    });
  });

  it('hold acceptance where it is, and are closed one by one', async () => {
    const office = await testOffice();
    const [a, b] = [await accepted(office), await accepted(office)];
    await join(office, a, b);
    const shown = await view(office, b);
    const step = shown.life.steps.find(({ code }) => code === 'arb.accept')?.id as EntryId;
    const strike = { dossier: b, base: shown.revision, step, on: null, reason: '误受理' };
    expect(await office.refusal('dossier.correctStep', strike)).toMatchObject({ code: 'joining.rests-on-acceptance' });
    await office.ask('dossier.close', { ...approval, dossier: a, on: day('2026-03-16'), type: 'arb.withdrawn' });
    expect((await view(office, b)).row.status).toBe('accepted');
    expect((await view(office, b)).joinings[0]?.status).toBe('closed');
    const joining = (await view(office, b)).joinings[0]?.id as EntryId;
    await office.ask('dossier.part', { dossier: b, joining, ...said, on: day('2026-03-16') });
    expect((await view(office, b)).row.leadNo).toBe(null);
  });
});
