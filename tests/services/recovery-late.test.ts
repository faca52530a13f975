import { expect, test } from 'vitest';
import type { RequestId } from '#shared/base/ids.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { copyOf, exchangeWith, restoreFrom } from './support/restored-office.ts';
import { acceptedThere, day, sentRequest, type TwoOffices, twoOffices } from './support/two-offices.ts';

/** The copy of the asking office on a new machine, taken over by its head and done with its partner. */
async function takenOver(offices: TwoOffices, copy: string) {
  offices.clock.set('2026-03-14T08:00');
  const restored = await restoreFrom(offices, copy, '2026-03-14T08:00');
  await restored.ask('person.actAs', { id: offices.asks.staff.head });
  await restored.ask('recovery.takeOver', {});
  await exchangeWith(offices, restored);
  expect(await restored.ask('recovery.state', {})).toMatchObject({ state: 'whole', partners: [{ state: 'done' }] });
  return restored;
}

test('a letter of the lost machine that a stick brings after the takeover can be written on all the same', async () => {
  const offices = await twoOffices();
  const { asks, does, exchange } = offices;
  const known = (await sentRequest(offices)) as RequestId;
  await exchange();
  const copy = await copyOf(offices);
  const late = (await sentRequest(offices)) as RequestId;
  await asks.ask('request.note', { request: known, text: '只在介质上。' });
  const stick = tempFolder();
  await asks.ask('courier.export', { folder: stick });
  const restored = await takenOver(offices, copy);
  await does.ask('courier.import', { folder: stick });
  await exchangeWith(offices, restored);

  await acceptedThere(offices, late, '2026-03-14');
  await exchangeWith(offices, restored);
  await restored.ask('request.urge', { request: late, on: day('2026-03-14'), text: '请尽快。' });
  await restored.ask('request.withdraw', { request: late, on: day('2026-03-14'), reason: '已和解' });
  await restored.ask('request.note', { request: known, text: '接管之后。' });
  for (let time = 0; time < 2; time += 1) await exchangeWith(offices, restored);
  for (const request of [known, late]) {
    const [here, there] = [await restored.ask('request.get', { request }), await does.ask('request.get', { request })];
    expect(here.digest).toBe(there.digest);
    expect(here.state.pens.r?.number).toBe(2);
    expect(there.timeline.filter(({ side, kind }) => side === 'r' && kind === 'pen')).toHaveLength(1);
  }
  expect((await does.ask('request.get', { request: late })).row.state).toBe('withdrawn');
  // What the lost machine wrote into a request that was taken over already stays beside it.
  for (const { ask } of [restored, does]) {
    const { orphans } = await ask('recovery.orphans', { request: known });
    expect(orphans.map(({ text }) => text)).toEqual(['只在介质上。']);
    expect((await ask('store.verify', {})).problems).toEqual([]);
    expect(await ask('store.rebuild', {})).toMatchObject({ same: true });
  }
});

/** Both offices on new machines from their copies, taken over by their heads; they have exchanged until nothing moves. */
async function bothTakenOver({ asks, does }: TwoOffices, copies: readonly [string, string]) {
  const now = '2026-03-14T08:00';
  const one = await restoreFrom({ asks }, copies[0], now);
  const other = await restoreFrom({ asks: does }, copies[1], now);
  const meet = async (): Promise<void> => {
    for (let round = 0; round < 6; round += 1) for (const { ask } of [one, other]) await ask('sync.now', {});
  };
  await one.ask('person.actAs', { id: asks.staff.head });
  await other.ask('person.actAs', { id: does.staff.head });
  for (const { ask } of [one, other]) await ask('recovery.takeOver', {});
  await meet();
  for (const { ask } of [one, other]) expect(await ask('recovery.state', {})).toMatchObject({ state: 'whole' });
  return { one, other, meet };
}

test('a letter to the lost machine, by one that is lost as well, is written on by both that came after them', async () => {
  const offices = await twoOffices();
  const { asks, does } = offices;
  const copies = [await copyOf(offices), await copyOf({ asks: does })] as const;
  const late = (await sentRequest(offices)) as RequestId;
  const stick = tempFolder();
  await asks.ask('courier.export', { folder: stick });
  const { one, other, meet } = await bothTakenOver(offices, copies);
  await other.ask('courier.import', { folder: stick });
  await meet();
  await acceptedThere({ does: other as never }, late, '2026-03-14');
  await meet();
  await one.ask('request.urge', { request: late, on: day('2026-03-14'), text: '请尽快。' });
  await meet();
  const [here, there] = [
    await one.ask('request.get', { request: late }),
    await other.ask('request.get', { request: late }),
  ];
  expect(here.digest).toBe(there.digest);
  expect(here.state.pens).toMatchObject({ r: { number: 2 }, e: { number: 2 } });
  expect(here.timeline.some(({ kind }) => kind === 'urge')).toBe(true);
});

test('what only the partner’s lost machine had signed for is sent again to the one that came after it', async () => {
  const offices = await twoOffices();
  const { does, exchange } = offices;
  const request = (await sentRequest(offices)) as RequestId;
  await exchange();
  await acceptedThere(offices, request, '2026-03-12');
  await exchange();
  const before = await copyOf(offices);
  await does.ask('request.progress', { request, on: day('2026-03-12'), text: '已到现场。' });
  await exchange();
  const { one, other } = await bothTakenOver(offices, [before, await copyOf({ asks: does })]);
  const [here, there] = [await one.ask('request.get', { request }), await other.ask('request.get', { request })];
  expect(here.timeline.some(({ kind }) => kind === 'progress')).toBe(true);
  expect(here.digest).toBe(there.digest);
  expect(here.state.pens).toMatchObject({ r: { number: 2 }, e: { number: 2 } });
});

test('a partner whose copy knows only the lost machine is told again which one came after it', async () => {
  const offices = await twoOffices();
  const { does, exchange } = offices;
  const request = (await sentRequest(offices)) as RequestId;
  await exchange();
  await acceptedThere(offices, request, '2026-03-12');
  await exchange();
  const copies = [await copyOf(offices), await copyOf({ asks: does })] as const;
  const one = await takenOver(offices, copies[0]);
  const other = await restoreFrom({ asks: does }, copies[1], '2026-03-15T08:00');
  await other.ask('person.actAs', { id: does.staff.head });
  await other.ask('recovery.takeOver', {});
  for (let round = 0; round < 6; round += 1) for (const { ask } of [one, other]) await ask('sync.now', {});
  expect(await other.ask('recovery.state', {})).toMatchObject({ state: 'whole' });
  await other.ask('request.progress', { request, on: day('2026-03-15'), text: '已到现场。' });
  for (let round = 0; round < 3; round += 1) for (const { ask } of [one, other]) await ask('sync.now', {});
  const [here, there] = [await one.ask('request.get', { request }), await other.ask('request.get', { request })];
  expect(here.digest).toBe(there.digest);
  expect(here.timeline.some(({ kind }) => kind === 'progress')).toBe(true);
});
