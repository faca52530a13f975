import { describe, expect, test } from 'vitest';
import type { ExchangeOffice, Request } from './support/exchange-office.ts';
import { expectAgreed, imageOf, putBack, requestAccepted, settle } from './support/rolled-back.ts';
import { day } from './support/two-offices.ts';

const note = (office: ExchangeOffice, request: Request, text: string) => office.ask('request.note', { request, text });
const state = async ({ ask }: ExchangeOffice) => (await ask('recovery.state', {})).state;

async function wordsOf({ ask }: ExchangeOffice, request: Request): Promise<readonly unknown[]> {
  const { timeline } = await ask('request.get', { request });
  return timeline.flatMap(({ content }) => content?.['text'] || []);
}

describe('an older image of the whole disk that nothing on it can show', () => {
  test('is shown by the partner, and one act ends it: what the partner holds stands, what was written since is kept', async () => {
    const { asks, does, request } = await requestAccepted();
    const image = await imageOf(asks);
    await note(asks, request, '映像之后写的第一条');
    await note(asks, request, '映像之后写的第二条');
    await settle(asks, does);
    await putBack(asks, image);
    expect(await state(asks)).toBe('whole');
    await note(asks, request, '旧映像上写的');
    await asks.ask('request.urge', { request, on: day('2026-03-12'), text: '' });
    await settle(asks, does);
    expect(await state(asks)).toBe('rolled-back');
    expect((await asks.ask('session.status', {})).requestsReadOnly).toBe(true);
    expect(await asks.refusal('request.note', { request, text: '不行' })).toMatchObject({
      code: 'request.read-only-after-restore',
    });
    const before = (await asks.ask('office.get', {})).device;

    await asks.sit('head');
    await asks.ask('recovery.takeOver', {});
    await settle(asks, does);
    expect(await state(asks)).toBe('whole');
    expect((await asks.ask('office.get', {})).device).not.toBe(before);
    await expectAgreed(request, asks, does);
    expect(await wordsOf(asks, request)).toEqual(['映像之后写的第一条', '映像之后写的第二条']);

    const { orphans } = await asks.ask('recovery.orphans', { request });
    expect(orphans.map(({ kind, text, ours, state: now }) => [kind, text, ours, now])).toEqual([
      ['urge', '', true, 'open'],
      ['note', '旧映像上写的', true, 'open'],
    ]);
    expect((await asks.ask('recovery.state', {})).orphans).toBe(2);
    const [urge, written] = orphans;
    if (!urge || !written) throw new Error('two orphans');
    await asks.ask('recovery.reissue', { id: written.id });
    await asks.ask('recovery.dismiss', { id: urge.id, reason: '已电话催办。' });
    for (const { id } of orphans) {
      expect(await asks.refusal('recovery.reissue', { id })).toMatchObject({ code: 'recovery.decided' });
    }
    await settle(asks, does);
    await expectAgreed(request, asks, does);
    expect((await wordsOf(does, request)).at(-1)).toBe('旧映像上写的');
    expect((await asks.ask('recovery.state', {})).orphans).toBe(0);
  });

  test('of the office that is asked comes back the same way, with the orders of its device', async () => {
    const { asks, does, request } = await requestAccepted();
    const image = await imageOf(does);
    const on = day('2026-03-12');
    await does.ask('request.progress', { request, on, text: '已到现场。' });
    await asks.ask('request.supplement', { request, on, answers: [], text: '补充一份材料。' });
    await settle(asks, does);
    await putBack(does, image);
    await does.ask('request.progress', { request, on, text: '旧映像上写的' });
    await settle(asks, does);
    expect(await state(does)).toBe('rolled-back');
    await does.sit('head');
    await does.ask('recovery.takeOver', {});
    await settle(asks, does);
    await expectAgreed(request, asks, does);
    expect((await asks.ask('request.get', { request })).state.pending).toEqual([]);
    await does.ask('request.extend', { request, on, until: day('2026-04-20'), reason: '外出' });
    await asks.ask('request.withdraw', { request, on, reason: '已和解' });
    await settle(asks, does);
    await expectAgreed(request, asks, does);
    expect((await does.ask('request.get', { request })).row.state).toBe('withdrawn');
  });

  test('on which nothing was written since comes back without anything left over', async () => {
    const { asks, does, request } = await requestAccepted();
    const image = await imageOf(asks);
    await note(asks, request, '映像之后写的');
    await settle(asks, does);
    await putBack(asks, image);
    await settle(asks, does);
    expect(await state(asks)).toBe('rolled-back');
    expect(await wordsOf(asks, request)).toEqual(['映像之后写的']);
    await asks.sit('head');
    await asks.ask('recovery.takeOver', {});
    await settle(asks, does);
    await note(asks, request, '恢复往来之后');
    await settle(asks, does);
    await expectAgreed(request, asks, does);
    expect((await asks.ask('recovery.orphans', {})).orphans).toEqual([]);
  });

  test('of both offices at once is ended by one act at each', async () => {
    const { asks, does, request } = await requestAccepted();
    const images = [await imageOf(asks), await imageOf(does)] as const;
    await note(asks, request, '青浦的');
    await note(does, request, '吴江的');
    await settle(asks, does);
    await putBack(asks, images[0]);
    await putBack(does, images[1]);
    await note(asks, request, '青浦旧映像上的');
    await note(does, request, '吴江旧映像上的');
    await settle(asks, does);
    for (const office of [asks, does]) {
      if ((await state(office)) !== 'rolled-back') continue;
      await office.sit('head');
      await office.ask('recovery.takeOver', {});
    }
    await settle(asks, does);
    for (const office of [asks, does]) expect(await state(office)).toBe('whole');
    await note(asks, request, '之后');
    await settle(asks, does);
    await expectAgreed(request, asks, does);
  });
});

test('a partner that stays silent keeps its own requests waiting, and says since when', async () => {
  const { asks, does, request } = await requestAccepted();
  const image = await imageOf(asks);
  await note(asks, request, '映像之后写的');
  await settle(asks, does);
  await putBack(asks, image);
  await settle(asks, does);
  await asks.sit('head');
  await asks.ask('recovery.takeOver', {});
  // The folder is there, the partner's program is not.
  await settle(asks);
  expect(await asks.ask('recovery.state', {})).toMatchObject({
    ...{ state: 'waiting', partners: [{ state: 'asked', since: '2026-03-12T09:30' }] },
  });
  expect((await asks.ask('request.get', { request })).readOnly).toBe('restored');
  await settle(does, asks);
  expect(await state(asks)).toBe('whole');
  expect((await asks.ask('request.get', { request })).readOnly).toBeNull();
});
