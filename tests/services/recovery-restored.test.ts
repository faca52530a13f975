import { describe, expect, test } from 'vitest';
import type { RequestId } from '#shared/base/ids.ts';
import type { TestBackend } from '#tests/support/backend.ts';
import { copyOf, exchangeWith, restoreFrom } from './support/restored-office.ts';
import { acceptedThere, day, sentRequest, type TwoOffices, twoOffices } from './support/two-offices.ts';

type Side = Pick<TestBackend, 'ask'>;

/** The copy of the asking office on a new machine, with its head at the desk. */
async function restoredBy(offices: TwoOffices, copy: string, now: string): Promise<TestBackend> {
  const restored = await restoreFrom(offices, copy, now);
  await restored.ask('person.actAs', { id: offices.asks.staff.head });
  return restored;
}

async function agreeOn(request: RequestId, one: Side, other: Side): Promise<void> {
  const [here, there] = [await one.ask('request.get', { request }), await other.ask('request.get', { request })];
  expect(here.digest).toBe(there.digest);
  expect(here.state.differences).toEqual([]);
  for (const { ask } of [one, other]) {
    expect((await ask('store.verify', {})).problems).toEqual([]);
    expect(await ask('store.rebuild', {})).toMatchObject({ same: true });
    expect((await ask('sync.status', {})).quarantine).toEqual([]);
  }
}

/** A request accepted by the partner; the copy is made then, and the office that asks writes on. */
async function askedAndCopied(): Promise<{ offices: TwoOffices; request: RequestId; copy: string }> {
  const offices = await twoOffices();
  const request = (await sentRequest(offices)) as RequestId;
  await offices.exchange();
  await acceptedThere(offices, request, '2026-03-12');
  await offices.exchange();
  return { offices, request, copy: await copyOf(offices) };
}

describe('an office whose data was restored', () => {
  test('goes on with a request it asked for once its head says so and the partner has answered', async () => {
    const { offices, request, copy } = await askedAndCopied();
    const { asks, does, clock, exchange } = offices;
    clock.set('2026-03-13T09:30');
    await asks.ask('request.note', { request, text: '备份之后写的。' });
    await exchange();
    // This one nobody ever got: it is on the dead machine alone.
    await asks.ask('request.urge', { request, on: day('2026-03-13'), text: '' });
    clock.set('2026-03-14T08:00');
    const restored = await restoredBy(offices, copy, '2026-03-14T08:00');
    expect(await restored.ask('recovery.state', {})).toMatchObject({
      ...{ state: 'restored', orphans: 0, may: true },
      partners: [{ office: 'wujiang-arb', state: 'asked', since: '2026-03-14T08:00', requests: 1 }],
    });
    const urge = { request, on: day('2026-03-14'), text: '请尽快。' };
    const readOnly = { kind: 'refused', code: 'request.read-only-after-restore' };
    expect(await restored.refusal('request.urge', urge)).toMatchObject(readOnly);
    await exchangeWith(offices, restored);
    expect(await restored.ask('recovery.state', {})).toMatchObject({ partners: [{ state: 'answered' }] });
    expect(await restored.refusal('request.urge', urge)).toMatchObject(readOnly);

    await restored.ask('recovery.takeOver', {});
    expect(await restored.ask('recovery.state', {})).toMatchObject({ state: 'whole', partners: [{ state: 'done' }] });
    expect(await restored.refusal('recovery.takeOver', {})).toMatchObject({ code: 'recovery.nothing' });
    await restored.ask('request.urge', urge);
    await exchangeWith(offices, restored);
    await agreeOn(request, restored, does);
    const { timeline, state } = await does.ask('request.get', { request });
    expect(timeline.filter(({ side }) => side === 'r').map(({ kind }) => kind)).toEqual([
      'request',
      'note',
      'pen',
      'urge',
    ]);
    expect(state.pens.r).toMatchObject({ number: 2, device: (await restored.ask('office.get', {})).device });
    // The partner's reply and what follows on it run as they always did.
    await restored.ask('request.withdraw', { request, on: day('2026-03-14'), reason: '已和解' });
    await exchangeWith(offices, restored);
    await exchangeWith(offices, restored);
    expect((await restored.ask('request.get', { request })).row.state).toBe('withdrawn');
    await agreeOn(request, restored, does);
  });

  test('is let by a word given before the answer came, and carries it out when it comes', async () => {
    const { offices, request, copy } = await askedAndCopied();
    const { does, clock } = offices;
    clock.set('2026-03-14T08:00');
    const restored = await restoredBy(offices, copy, '2026-03-14T08:00');
    await restored.ask('recovery.takeOver', {});
    expect(await restored.ask('recovery.state', {})).toMatchObject({
      state: 'waiting',
      partners: [{ state: 'asked' }],
    });
    expect((await restored.ask('session.status', {})).requestsReadOnly).toBe(false);
    const note = { request, text: '恢复后继续。' };
    expect(await restored.refusal('request.note', note)).toMatchObject({ code: 'request.read-only-after-restore' });
    await exchangeWith(offices, restored);
    await restored.ask('request.note', note);
    await exchangeWith(offices, restored);
    await agreeOn(request, restored, does);
  });

  test('takes over what it was asked for, with an executor chain in which nothing stood yet, and orders what waited', async () => {
    const offices = await twoOffices();
    // The folder between them is the same whichever of the two is restored: here the one that is asked.
    const turned: TwoOffices = { ...offices, asks: offices.does, does: offices.asks };
    const { asks: does, does: asks, clock, exchange } = turned;
    const request = (await sentRequest({ asks, does })) as RequestId;
    await exchange();
    const accepted = (await sentRequest({ asks, does })) as RequestId;
    await exchange();
    await acceptedThere({ does }, accepted, '2026-03-12');
    await exchange();
    const copy = await copyOf(turned);
    clock.set('2026-03-13T09:30');
    await does.ask('request.progress', { request: accepted, on: day('2026-03-13'), text: '已到现场。' });
    await exchange();
    clock.set('2026-03-14T08:00');
    const restored = await restoredBy(turned, copy, '2026-03-14T08:00');
    // A command comes while nothing may be written: it waits for its order.
    await asks.ask('request.withdraw', { request, on: day('2026-03-14'), reason: '已和解' });
    await exchangeWith(turned, restored);
    expect((await restored.ask('request.get', { request })).state.pending).toHaveLength(1);
    await restored.ask('recovery.takeOver', {});
    await exchangeWith(turned, restored);
    expect((await asks.ask('request.get', { request })).row.state).toBe('withdrawn');
    await restored.ask('request.extend', {
      ...{ request: accepted, on: day('2026-03-14'), until: day('2026-04-20'), reason: '外出' },
    });
    await exchangeWith(turned, restored);
    for (const id of [request, accepted]) await agreeOn(id, restored, asks);
    const { timeline } = await asks.ask('request.get', { request: accepted });
    expect(timeline.some(({ kind }) => kind === 'progress')).toBe(true);
  });

  test('is restored once more from the same copy and finds what both machines before wrote', async () => {
    const { offices, request, copy } = await askedAndCopied();
    const { does, clock } = offices;
    clock.set('2026-03-14T08:00');
    const second = await restoredBy(offices, copy, '2026-03-14T08:00');
    await second.ask('recovery.takeOver', {});
    await exchangeWith(offices, second);
    await second.ask('request.note', { request, text: '第二台机器写的。' });
    await exchangeWith(offices, second);
    await second.close();
    clock.set('2026-03-15T08:00');
    const third = await restoredBy(offices, copy, '2026-03-15T08:00');
    await third.ask('recovery.takeOver', {});
    await exchangeWith(offices, third);
    await third.ask('request.note', { request, text: '第三台机器写的。' });
    await exchangeWith(offices, third);
    await agreeOn(request, third, does);
    const { timeline, state } = await third.ask('request.get', { request });
    const kinds = timeline.filter(({ side }) => side === 'r').map(({ kind }) => kind);
    expect(kinds).toEqual(['request', 'pen', 'note', 'pen', 'note']);
    expect(state.pens.r?.number).toBe(3);
  });

  test('is let by its head alone', async () => {
    const { offices, copy } = await askedAndCopied();
    const restored = await restoredBy(offices, copy, '2026-03-14T08:00');
    await restored.ask('person.actAs', { id: offices.asks.staff.clerk });
    expect(await restored.ask('recovery.state', {})).toMatchObject({ may: false });
    expect(await restored.refusal('recovery.takeOver', {})).toMatchObject({ code: 'recovery.role' });
    await restored.ask('person.actAs', { id: offices.asks.staff.head });
    await restored.ask('recovery.takeOver', {});
  });
});
