import { describe, expect, test } from 'vitest';
import { tempFolder } from '#tests/support/temp-folder.ts';
import {
  digestOf,
  type ExchangeOffice,
  exchangeOffice,
  introduce,
  meet,
  sendLetter,
} from './support/exchange-office.ts';
import { mailFolder } from './support/mail-folder.ts';
import { day } from './support/two-offices.ts';

async function partners(theirMoment = '2026-03-12T09:30') {
  const mail = mailFolder();
  const asks = await exchangeOffice('qingpu-arb');
  const does = await exchangeOffice('wujiang-arb', '320509', theirMoment);
  await introduce(asks, does, mail.path);
  await introduce(does, asks, mail.path);
  return { asks, does, mail };
}

async function expectWhole(office: ExchangeOffice): Promise<void> {
  expect(await office.ask('sync.status', {})).toMatchObject({ local: 0, sent: 0, quarantine: [] });
  expect((await office.ask('store.verify', {})).problems).toEqual([]);
  expect((await office.ask('store.rebuild', {})).same).toBe(true);
  expect(office.warnings).toEqual([]);
}

describe('a program that ends between two steps', () => {
  test('after storing and before its receipt: the sender sends again, nothing is stored twice', async () => {
    const { asks, does } = await partners();
    const stick = tempFolder();
    const request = await sendLetter(asks, does);
    await asks.ask('courier.export', { folder: stick });
    // An import stores and answers without any receipt leaving.
    await does.ask('courier.import', { folder: stick });
    await does.restart();
    expect((await asks.ask('request.get', { request })).row.word).toBe('sent');
    await meet(asks, does);
    expect(await digestOf(does, request)).toBe(await digestOf(asks, request));
    expect((await asks.ask('request.get', { request })).row.word).toBe('receipted');
    for (const office of [asks, does]) await expectWhole(office);
  });

  test('after writing and before giving to a carrier: it leaves with the next round', async () => {
    const { asks, does } = await partners();
    const request = await sendLetter(asks, does);
    await asks.restart();
    expect((await asks.ask('request.get', { request })).row.word).toBe('local');
    await meet(asks, does);
    expect(await digestOf(does, request)).toBe(await digestOf(asks, request));
  });

  test('at every step of a whole life: both agree at the end', async () => {
    const { asks, does } = await partners();
    const request = await sendLetter(asks, does);
    await meet(asks, does);
    const step = async (office: ExchangeOffice, act: () => Promise<unknown>): Promise<void> => {
      await office.restart();
      await act();
      await office.restart();
      await asks.round();
      await does.round();
      await office.restart();
      await meet(asks, does);
    };
    const on = day('2026-03-12');
    const handlers = [{ name: '张某某' }, { name: '李某某' }];
    await step(does, () => does.ask('request.register', { request, on }));
    await step(does, () =>
      does.ask('request.return', { request, on, ground: 'OBJECT_UNKNOWN', defects: ['地址不详'] }),
    );
    const defect = (await asks.ask('request.get', { request })).state.returned?.defects[0]?.id ?? '';
    const answers = [{ defect, text: '某路 1 号' }];
    await step(asks, () => asks.ask('request.supplement', { request, on, text: '补正', answers }));
    await step(does, () => does.ask('request.accept', { request, on, promised: day('2026-04-01'), handlers }));
    await step(asks, () => asks.ask('request.withdraw', { request, on, reason: '已和解' }));
    for (const office of [asks, does]) {
      expect((await office.ask('request.get', { request })).row.state).toBe('withdrawn');
      await expectWhole(office);
    }
    expect(await digestOf(does, request)).toBe(await digestOf(asks, request));
  });
});

describe('clocks that are wrong', () => {
  test('a year apart order nothing: both offices agree, and each keeps its own dates', async () => {
    const { asks, does } = await partners('2027-03-11T16:00');
    const request = await sendLetter(asks, does);
    await meet(asks, does);
    await does.ask('request.register', { request, on: day('2027-03-11') });
    await meet(asks, does);
    await asks.ask('request.urge', { request, on: day('2026-03-12'), text: '请尽快' });
    await meet(asks, does);
    expect(await digestOf(does, request)).toBe(await digestOf(asks, request));
    const { state } = await asks.ask('request.get', { request });
    expect([state.phase, state.registeredOn]).toEqual(['registered', '2027-03-11']);
    for (const office of [asks, does]) await expectWhole(office);
  });

  test('set back by a year stop no exchange and lose nothing', async () => {
    const { asks, does } = await partners();
    const request = await sendLetter(asks, does);
    await meet(asks, does);
    for (const office of [asks, does]) office.clock.set('2025-03-12T08:00');
    await does.restart();
    expect(await does.ask('session.status', {})).toMatchObject({ clockBehind: true });
    await does.ask('request.register', { request, on: day('2026-03-12') });
    await does.ask('request.note', { request, text: '钟慢了一年' });
    await meet(asks, does);
    await asks.ask('request.note', { request, text: '收到' });
    await meet(asks, does);
    expect(await digestOf(does, request)).toBe(await digestOf(asks, request));
    expect((await asks.ask('request.get', { request })).row.state).toBe('registered');
    for (const office of [asks, does]) await expectWhole(office);
  });

  test('that jump to and fro send everything without being forced', async () => {
    const { asks, does } = await partners();
    const request = await sendLetter(asks, does);
    const moments = [
      '2027-01-01T00:00',
      '2025-01-01T00:00',
      '2026-03-13T10:00',
      '2026-03-13T10:01',
      '2026-03-13T10:02',
    ];
    for (const moment of moments) {
      for (const office of [asks, does]) office.clock.set(moment);
      await meet(asks, does);
    }
    expect(await digestOf(does, request)).toBe(await digestOf(asks, request));
    expect((await asks.ask('request.get', { request })).row.word).toBe('receipted');
  });
});
