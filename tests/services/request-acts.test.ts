import { describe, expect, it } from 'vitest';
import { enclosure } from './support/enclosure.ts';
import {
  acceptedThere,
  day,
  fullReply,
  passAndSend,
  sentRequest,
  type TwoOffices,
  twoOffices,
} from './support/two-offices.ts';

const handlers = [{ name: '张某某' }, { name: '李某某' }];

async function bothAgree({ asks, does }: TwoOffices, request: never): Promise<void> {
  const [ours, theirs] = [await asks.ask('request.get', { request }), await does.ask('request.get', { request })];
  expect(theirs.state).toEqual(ours.state);
  expect(theirs.digest).toBe(ours.digest);
  const limits = async (desk: TwoOffices['asks']) => {
    const { rows } = await desk.ask('deadline.list', { from: day('2026-01-01'), to: day('2026-12-31') });
    return rows.filter((row) => row.request === request).map((row) => [row.due.ruleId, row.due.due, row.due.state]);
  };
  expect(await limits(does)).toEqual(await limits(asks));
  for (const desk of [asks, does]) expect((await desk.ask('store.rebuild', {})).same).toBe(true);
}

async function arrived(): Promise<{ offices: TwoOffices; request: never }> {
  const offices = await twoOffices();
  const request = (await sentRequest(offices)) as never;
  await offices.exchange();
  return { offices, request };
}

describe('the acts of both sides', () => {
  it('follow the life table, and say by a code why not', async () => {
    const { offices, request } = await arrived();
    const { asks, does } = offices;
    const on = day('2026-03-12');
    const no = async (failure: Promise<{ code: string }>) => (await failure).code;
    expect(await no(does.refusal('request.accept', { request, on, handlers, promised: on }))).toBe(
      'request.not-in-this-state',
    );
    expect(await no(asks.refusal('request.register', { request, on }))).toBe('request.unknown-kind');
    expect(await no(does.refusal('request.withdraw', { request, on, reason: '不归我们撤回' }))).toBe(
      'request.unknown-kind',
    );
    expect(await no(does.refusal('request.register', { request, on: day('2026-03-11') }))).toBe(
      'request.day-before-begin',
    );
    expect(await no(does.refusal('request.register', { request, on: day('2026-03-13') }))).toBe(
      'request.day-in-future',
    );
    expect(await no(asks.refusal('request.close', { request, on }))).toBe('request.not-in-this-state');
    expect(await no(does.refusal('request.refuse', { request, on, ground: 'NO_MOOD', text: '不办' }))).toBe(
      'request.ground-unknown',
    );
    const unknown = '00000000-0000-7000-8000-000000000000' as never;
    expect(await asks.refusal('request.get', { request: unknown })).toEqual({
      kind: 'not-found',
      code: 'not-found.request',
    });

    await does.ask('request.register', { request, on });
    const one = [{ name: '张某某' }, { name: '张某某' }];
    expect(await no(does.refusal('request.accept', { request, on, handlers: one, promised: on }))).toBe(
      'request.handlers-same',
    );
    const early = day('2026-03-11');
    expect(await no(does.refusal('request.accept', { request, on, handlers, promised: early }))).toBe(
      'request.promised-before',
    );
    await does.ask('request.accept', { request, on, handlers, promised: day('2026-03-30') });
    const not = { request, on, until: day('2026-03-30'), reason: '不够' };
    expect(await no(does.refusal('request.extend', not))).toBe('request.until-not-later');
    expect(await no(does.refusal('request.resume', { request, on }))).toBe('request.not-suspended');
    expect(await no(does.refusal('request.correct', { request, on, text: '更正' }))).toBe('request.nothing-to-correct');
    expect((await does.ask('request.get', { request })).may).toEqual([
      ...['assign', 'progress', 'extend', 'suspend', 'reply', 'originals', 'note'],
    ]);
    expect((await does.ask('request.get', { request })).row.registerNo).toBe('吴收文〔2026〕1号');
    const answer = fullReply();
    const reply = (change: Partial<typeof answer>) =>
      no(does.refusal('paper.submitReply', { request, reply: { ...answer, ...change } }));
    const [done, unable] = answer.items;
    if (!done || !unable) throw new Error('the reply has two items');
    expect(await reply({ items: [done] })).toBe('reply.items-missing');
    expect(await reply({ items: [done, { ...unable, attempts: [] }] })).toBe('reply.attempts-missing');
    expect(await reply({ items: [done, { ...unable, item: 'i9' }] })).toBe('request.no-such-item');
    expect(await reply({ items: [done, done] })).toBe('request.item-twice');
    expect(await reply({ items: [done, { ...unable, text: '' }] })).toBe('reply.reason-missing');
  });

  it('return for correction, answer every defect, and start the limit anew', async () => {
    const { offices, request } = await arrived();
    const { asks, does, exchange, clock } = offices;
    await does.ask('request.register', { request, on: day('2026-03-12') });
    const returned = { request, on: day('2026-03-12'), ground: 'MISSING_PAPERS' };
    await does.ask('request.return', { ...returned, defects: ['缺申请书摘要', '缺用人单位地址'] });
    await exchange();
    const back = await asks.ask('request.get', { request });
    expect(back.row).toMatchObject({ state: 'returned', actor: 'us', due: { ruleId: 'REQ.MEND', due: '2026-03-19' } });
    expect(back.timeline.at(-1)).toMatchObject({ kind: 'return', content: { defects: [{ id: 'd1' }, { id: 'd2' }] } });
    clock.set('2026-03-17T10:00');
    const mend = { request, on: day('2026-03-17'), text: '补正如下。' };
    const half = { ...mend, answers: [{ defect: 'd1', text: '见附件。' }] };
    expect((await asks.refusal('request.supplement', half)).code).toBe('request.defects-open');
    const file = await enclosure(asks, '申请书摘要.txt', '申请书摘要');
    const whole = { ...mend, answers: [...half.answers, { defect: 'd2', text: '吴江区某路 1 号。' }], files: [file] };
    await asks.ask('request.supplement', whole);
    expect((await asks.ask('request.get', { request })).timeline.at(-1)).toMatchObject({
      pending: true,
      outcome: null,
    });
    await exchange();
    const mended = await asks.ask('request.get', { request });
    expect(mended.row).toMatchObject({
      state: 'registered',
      actor: 'them',
      due: { ruleId: 'REQ.REVIEW', due: '2026-03-20' },
    });
    expect(mended.timeline.find((item) => item.kind === 'supplement')).toMatchObject({ pending: false, outcome: 'ok' });
    // 15 working days from 17 March.
    expect(mended.clocks.limit).toMatchObject({ ruleId: 'REQ.ARB_INV', due: '2026-04-08' });
    expect((await does.ask('request.get', { request })).files.map(({ name, have, of }) => [name, have, of])).toEqual([
      ['申请书摘要.txt', 1, 1],
    ]);
    await bothAgree(offices, request);
  });

  it('start the clock at the latest one working day after storing, however late the registration', async () => {
    const { offices, request } = await arrived();
    const { asks, does, exchange, clock } = offices;
    clock.set('2026-03-18T09:00');
    const waiting = await does.ask('request.get', { request });
    expect(waiting.row.due).toMatchObject({ ruleId: 'REQ.REGISTER', due: '2026-03-13', lamp: 'overdue' });
    expect(waiting.row.flags).toContain('overdue-register');
    await does.ask('request.register', { request, on: day('2026-03-18') });
    await exchange();
    const view = await asks.ask('request.get', { request });
    expect(view.state).toMatchObject({ storedOn: '2026-03-12', registeredOn: '2026-03-18' });
    // 15 working days from Friday 13 March.
    expect(view.clocks.limit).toMatchObject({ ruleId: 'REQ.ARB_INV', due: '2026-04-03' });
    expect(view.row.due).toMatchObject({ ruleId: 'REQ.REVIEW', due: '2026-03-23' });
    await bothAgree(offices, request);
  });

  it('put a withdrawal that crosses a final reply down as late, in both offices alike', async () => {
    const { offices, request } = await arrived();
    const { asks, does, exchange } = offices;
    await acceptedThere(offices, request, '2026-03-12');
    await exchange();
    await does.ask('paper.submitReply', { request, reply: fullReply() });
    await passAndSend(does, request);
    await asks.ask('request.withdraw', { request, on: day('2026-03-12'), reason: '当事人已和解。' });
    expect((await asks.ask('request.get', { request })).row.flags).toContain('pending');
    await exchange();
    const view = await asks.ask('request.get', { request });
    expect(view.row).toMatchObject({ state: 'answered', actor: 'us', flags: ['late-command'] });
    expect(view.timeline.find((item) => item.kind === 'withdraw')).toMatchObject({
      outcome: 'late',
      reason: 'answered',
    });
    await bothAgree(offices, request);
  });

  it('count a withdrawal when it arrives, and let what was done be reported', async () => {
    const { offices, request } = await arrived();
    const { asks, does, exchange } = offices;
    await asks.ask('request.withdraw', { request, on: day('2026-03-12'), reason: '当事人已和解。' });
    expect((await asks.ask('request.get', { request })).row.state).toBe('sent');
    await exchange();
    expect((await asks.ask('request.get', { request })).row).toMatchObject({ state: 'withdrawn', actor: 'nobody' });
    const dossier = (await asks.ask('request.get', { request })).dossier as never;
    expect((await asks.ask('dossier.get', { dossier })).row.openRequests).toBe(0);
    await does.ask('request.stopReport', { request, on: day('2026-03-12'), text: '尚未开始办理。' });
    await exchange();
    await bothAgree(offices, request);
  });

  it('open a closed request again when the executor wrote something before it knew', async () => {
    const { offices, request } = await arrived();
    const { asks, does, exchange } = offices;
    const on = day('2026-03-12');
    await acceptedThere(offices, request, '2026-03-12');
    await does.ask('paper.submitReply', { request, reply: fullReply() });
    await passAndSend(does, request);
    await exchange();
    await asks.ask('request.close', { request, on });
    await does.ask('request.originals', { request, on, move: 'out', carrierNo: 'EMS 1234' });
    expect((await asks.ask('request.get', { request })).row.state).toBe('closed');
    await exchange();
    const open = await asks.ask('request.get', { request });
    expect(open.row).toMatchObject({ state: 'answered', actor: 'us', flags: ['originals-out', 'reopened'] });
    await asks.ask('request.originals', { request, on, move: 'back' });
    await asks.ask('request.close', { request, on });
    await exchange();
    await does.ask('request.correct', { request, on, text: '台账页数更正为 13 页。' });
    await exchange();
    const closed = await asks.ask('request.get', { request });
    expect(closed.row.state).toBe('closed');
    expect(closed.row.flags).toContain('corrected');
    await bothAgree(offices, request);
  });

  it('object, suspend and resume, assign, urge and note; the limit moves alike on both sides', async () => {
    const { offices, request } = await arrived();
    const { asks, does, exchange, clock } = offices;
    await acceptedThere(offices, request, '2026-03-12');
    clock.set('2026-03-16T09:00');
    await does.ask('request.suspend', { request, on: day('2026-03-16'), reason: '等待用人单位提供材料。' });
    await exchange();
    expect((await asks.ask('request.get', { request })).clocks.limit).toMatchObject({ state: 'suspended' });
    clock.set('2026-03-18T09:00');
    await asks.ask('request.urge', { request, on: day('2026-03-18'), text: '请尽快。' });
    await does.ask('request.resume', { request, on: day('2026-03-18') });
    await does.ask('request.assign', {
      request,
      on: day('2026-03-18'),
      handlers: [{ name: '王某某' }, { name: '李某某' }],
    });
    await does.ask('request.note', { request, text: '电话已联系。' });
    await exchange();
    // 15 working days from 12 March without 17 and 18 March, on which the clock stood still.
    const running = await asks.ask('request.get', { request });
    expect(running.clocks.limit).toMatchObject({ state: 'running', due: '2026-04-07' });
    await does.ask('paper.submitReply', { request, reply: fullReply() });
    expect(await passAndSend(does, request)).toBe('吴劳人仲函〔2026〕1号');
    await exchange();
    const objection = { request, on: day('2026-03-18'), text: '台账缺 12 月。' };
    expect((await asks.refusal('request.object', { ...objection, items: ['i7'] })).code).toBe('request.no-such-item');
    await asks.ask('request.object', { ...objection, items: ['i1'] });
    await exchange();
    expect((await does.ask('request.get', { request })).row).toMatchObject({ state: 'accepted', actor: 'us' });
    await does.ask('paper.submitReply', { request, reply: fullReply() });
    // Another reply is another letter.
    expect(await passAndSend(does, request)).toBe('吴劳人仲函〔2026〕2号');
    await exchange();
    expect((await asks.ask('request.get', { request })).row.state).toBe('answered');
    await bothAgree(offices, request);
  });

  it('let a refusal be mended or closed, and say that a person has read only once', async () => {
    const { offices, request } = await arrived();
    const { asks, does, exchange } = offices;
    const on = day('2026-03-12');
    await does.ask('request.refuse', { request, on, ground: 'NOT_IN_AREA', text: '单位在嘉善县。' });
    await exchange();
    const refused = await asks.ask('request.get', { request });
    expect(refused.row).toMatchObject({ state: 'refused', actor: 'us', unread: true });
    expect(refused.may).toEqual(['supplement', 'close', 'originals', 'note']);
    await asks.ask('request.opened', { request });
    const entries = (await asks.ask('request.get', { request })).timeline.length;
    await asks.ask('request.opened', { request });
    const read = await asks.ask('request.get', { request });
    expect(read.row.unread).toBe(false);
    expect(read.timeline).toHaveLength(entries);
    await asks.ask('request.close', { request, on, text: '另行委托。' });
    await exchange();
    const there = await does.ask('request.get', { request });
    expect(there.row.state).toBe('closed');
    expect(there.timeline.find((item) => item.kind === 'refuse')?.word).toBe('opened');
    await bothAgree(offices, request);
  });
});
