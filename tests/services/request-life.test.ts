import { expect, test } from 'vitest';
import { acceptedThere, day, fullReply, passAndSend, sentRequest, twoOffices } from './support/two-offices.ts';

test('a request lives from its letter to its close and both offices agree on all of it', async () => {
  const offices = await twoOffices();
  const { asks, does, exchange, clock } = offices;
  const id = (await sentRequest(offices)) as never;
  expect((await asks.ask('request.get', { request: id })).row).toMatchObject({
    state: 'sent',
    actor: 'them',
    word: 'local',
  });

  await exchange();
  expect((await asks.ask('request.get', { request: id })).row.word).toBe('receipted');
  const arrived = await does.ask('request.get', { request: id });
  expect(arrived.row).toMatchObject({
    direction: 'in',
    state: 'sent',
    actor: 'us',
    unread: true,
    number: '青劳人仲函〔2026〕1号',
  });
  expect(arrived.dossier).toBeNull();
  expect(arrived.commission?.items).toHaveLength(2);
  await does.ask('request.opened', { request: id });

  clock.set('2026-03-16T09:02');
  await acceptedThere(offices, id, '2026-03-16');
  await exchange();
  const accepted = await asks.ask('request.get', { request: id });
  expect(accepted.row).toMatchObject({
    state: 'accepted',
    actor: 'them',
    agreed: '2026-04-02',
    promised: '2026-04-03',
    word: 'opened',
  });
  // Registered on Monday 16 March, but the clock starts one working day after storing: 15 working days from 13 March.
  expect(accepted.clocks.limit).toMatchObject({ ruleId: 'REQ.ARB_INV', due: '2026-04-03', state: 'running' });

  await does.ask('request.progress', { request: id, on: day('2026-03-16'), text: '已联系用人单位。' });
  await does.ask('request.extend', {
    request: id,
    on: day('2026-03-16'),
    until: day('2026-04-10'),
    reason: '班组长出差。',
  });
  await exchange();
  const extended = await asks.ask('request.get', { request: id });
  expect(extended.row).toMatchObject({ agreed: '2026-04-02', promised: '2026-04-10' });
  expect(extended.row).toMatchObject({ actor: 'us', flags: ['extension-open'] });
  const waiting = async (list: 'us' | 'them') =>
    (await asks.ask('request.list', { actor: list })).rows.some((row) => row.id === id);
  expect([await waiting('us'), await waiting('them')]).toEqual([true, false]);
  const waitsToday = (await asks.ask('today.get', {})).waitingForUs.find((item) => item.id === id);
  expect(waitsToday?.todo).toBe('extension');
  const extension = extended.state.extensions.at(-1)?.id ?? '';
  await does.ask('request.opened', { request: id });
  await asks.ask('request.answerExtension', { request: id, extension, agree: true });
  const said = await asks.ask('request.get', { request: id });
  expect(said.state.pending).toHaveLength(1);
  expect(said.row).toMatchObject({ actor: 'them', flags: ['pending'] });
  expect([await waiting('us'), await waiting('them')]).toEqual([false, true]);
  expect((await asks.ask('today.get', {})).waitingForUs.some((item) => item.id === id)).toBe(false);
  await exchange();
  const heard = await does.ask('request.get', { request: id });
  expect(heard.row).toMatchObject({ actor: 'us', unread: true, agreed: '2026-04-10', flags: [] });
  expect(heard.timeline.find((item) => item.kind === 'answer-extension')).toMatchObject({ outcome: 'ok' });
  expect(heard.state.extensions.at(-1)).toMatchObject({ answer: 'agreed' });
  expect((await asks.ask('request.get', { request: id })).row).toMatchObject({ actor: 'them', flags: [] });
  expect((await asks.ask('request.get', { request: id })).row.agreed).toBe('2026-04-10');

  clock.set('2026-03-20T15:00');
  await does.ask('paper.submitReply', { request: id, reply: fullReply() });
  const number = await passAndSend(does, id);
  expect(number).toBe('吴劳人仲函〔2026〕1号');
  await exchange();
  const answered = await asks.ask('request.get', { request: id });
  expect(answered.row).toMatchObject({ state: 'answered', actor: 'us', unread: true });
  expect(answered.reply?.items.map((item) => item.outcome)).toEqual(['done', 'unable']);
  expect(answered.replyNumber).toBe(number);

  await asks.ask('request.close', { request: id, on: day('2026-03-20') });
  await exchange();
  const [ours, theirs] = [
    await asks.ask('request.get', { request: id }),
    await does.ask('request.get', { request: id }),
  ];
  expect(ours.row).toMatchObject({ state: 'closed', actor: 'nobody' });
  expect(theirs.state).toEqual(ours.state);
  expect(theirs.digest).toBe(ours.digest);
  expect(theirs.clocks.limit?.due).toBe(ours.clocks.limit?.due);
  expect(theirs.timeline.map((item) => item.id)).toEqual(ours.timeline.map((item) => item.id));
  expect(ours.state.differences).toEqual([]);
});
