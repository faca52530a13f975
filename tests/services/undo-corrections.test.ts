import { describe, expect, it } from 'vitest';
import type { DossierId, EntryId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

const day = localDate;
const decision = { ground: '同一事由', decidedBy: '院负责人', paper: '通知书1号' };
const view = (office: TestOffice, dossier: DossierId) => office.ask('dossier.get', { dossier });

async function accepted(office: TestOffice): Promise<DossierId> {
  const dossier = await receiveOne(office);
  await office.ask('dossier.accept', { dossier, on: day('2026-03-05') });
  return dossier;
}

async function undo(office: TestOffice, dossier: DossierId): Promise<void> {
  const act = await office.ask('dossier.lastAct', { dossier });
  expect(act).toMatchObject({ kind: 'dossier.joining-struck', refusal: null });
  await office.ask('dossier.undo', { dossier, entry: act?.entry ?? '' });
  expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
}

async function join(office: TestOffice, dossier: DossierId, other: DossierId, on: string): Promise<EntryId> {
  const { revision: base } = await view(office, dossier);
  await office.ask('dossier.join', { ...{ dossier, base, other, lead: 'this', on: day(on) }, ...decision });
  return (await view(office, dossier)).joinings.at(-1)?.id as EntryId;
}

const tied = async (office: TestOffice, dossier: DossierId) => {
  const { joinings, row } = await view(office, dossier);
  return { joinings, leadNo: row.leadNo };
};

describe('taking back the correction of a joining', () => {
  it('lets what was struck count again, with its decision, on both files', async () => {
    const office = await testOffice();
    const [lead, other] = [await accepted(office), await accepted(office)];
    const joining = await join(office, lead, other, '2026-03-06');
    const joinedThen = await tied(office, other);
    await office.ask('dossier.strikeJoining', { dossier: lead, joining, what: 'joining', reason: '并错' });
    expect((await tied(office, other)).leadNo).toBeNull();
    await undo(office, other);
    expect(await tied(office, other)).toEqual(joinedThen);

    await office.ask('dossier.part', { dossier: lead, joining, on: day('2026-03-09'), ...decision });
    const partedThen = await tied(office, other);
    await office.ask('dossier.strikeJoining', { dossier: lead, joining, what: 'parting', reason: '误记' });
    expect(await tied(office, other)).toEqual(joinedThen);
    await undo(office, lead);
    expect(await tied(office, other)).toEqual(partedThen);

    await office.ask('dossier.strikeJoining', { dossier: lead, joining, what: 'joining', reason: '并错' });
    await undo(office, lead);
    expect(await tied(office, other)).toEqual(partedThen);
    expect(await office.ask('dossier.lastAct', { dossier: lead })).toMatchObject({ kind: 'dossier.parted' });
  });

  it('is refused once one of the files was joined elsewhere', async () => {
    const office = await testOffice();
    const [lead, other, third] = [await accepted(office), await accepted(office), await accepted(office)];
    const joining = await join(office, lead, other, '2026-03-06');
    await office.ask('dossier.strikeJoining', { dossier: lead, joining, what: 'joining', reason: '并错' });
    await join(office, third, other, '2026-03-06');
    const act = await office.ask('dossier.lastAct', { dossier: lead });
    expect(await office.refusal('dossier.undo', { dossier: lead, entry: act?.entry ?? '' })).toMatchObject({
      code: 'joining.already',
    });
  });
});

describe('the correction of a step is taken back by another one', () => {
  it.each([
    { on: day('2026-03-06'), code: 'undo.step-moved' },
    { on: null, code: 'undo.step-struck' },
  ])('which the refusal names: $code', async ({ on, code }) => {
    const office = await testOffice();
    const dossier = await accepted(office);
    const { life, revision: base } = await view(office, dossier);
    const step = life.steps.find((one) => one.code === 'arb.accept')?.id as EntryId;
    await office.ask('dossier.correctStep', { dossier, base, step, on, reason: '误记' });
    const act = await office.ask('dossier.lastAct', { dossier });
    expect(act).toMatchObject({ kind: 'dossier.step-corrected', refusal: code });
    expect(await office.refusal('dossier.undo', { dossier, entry: act?.entry ?? '' })).toMatchObject({ code });
  });
});
