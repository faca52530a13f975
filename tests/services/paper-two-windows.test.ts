import { describe, expect, it } from 'vitest';
import {
  acceptedDossier,
  acceptedThere,
  finishedLetter,
  fullReply,
  passAndSend,
  sentRequest,
  twoOffices,
} from './support/two-offices.ts';

describe('one letter written in two windows', () => {
  it('replaces no text of a commission that its form was not opened on', async () => {
    const { asks, does } = await twoOffices();
    const dossier = (await acceptedDossier(asks)) as never;
    const letter = await finishedLetter(asks, does, dossier);
    const of = { dossier, partner: does.open.office };
    const request = (await asks.ask('paper.submit', { ...of, letter })).id as never;
    const paper = async () => (await asks.ask('request.get', { request })).paper;
    const base = (await paper())?.hash ?? '';
    await asks.ask('paper.submit', { ...of, request, letter: { ...letter, special: '甲窗口的文本' }, base });
    const first = await paper();
    const second = { ...of, request, letter: { ...letter, special: '乙窗口的文本' } };
    const conflict = await asks.refusal('paper.submit', { ...second, base });
    expect(conflict).toMatchObject({ kind: 'conflict', code: 'conflict.text-replaced' });
    expect(conflict.conflict).toMatchObject({
      stored: { base: first?.hash },
      at: first?.steps.at(-1)?.at.slice(0, 16),
    });
    expect(conflict.conflict?.by).toBe(first?.steps.at(-1)?.person);
    expect((await asks.refusal('paper.submit', second)).kind).toBe('conflict');
    expect(await paper()).toEqual(first);
    await asks.ask('paper.submit', { ...second, base: String(conflict.conflict?.stored['base']) });
    expect((await paper())?.commission?.special).toBe('乙窗口的文本');
  });

  it('replaces no reply that another window handed in, and begins a further reply after one that has left', async () => {
    const offices = await twoOffices();
    const { does, exchange } = offices;
    const request = (await sentRequest(offices)) as never;
    await exchange();
    await acceptedThere(offices, request, '2026-03-12');
    const [one] = fullReply().items;
    if (one === undefined) throw new Error('a reply answers something');
    const reply = (course: string) => ({ ...fullReply(), course, final: false, items: [one] });
    await does.ask('paper.submitReply', { request, reply: reply('甲') });
    const conflict = await does.refusal('paper.submitReply', { request, reply: reply('乙') });
    expect(conflict).toMatchObject({ kind: 'conflict', conflict: { fields: ['base'] } });
    expect((await does.ask('request.get', { request })).paper?.reply?.course).toBe('甲');
    const base = String(conflict.conflict?.stored['base']);
    await does.ask('paper.submitReply', { request, reply: reply('乙'), base });
    expect((await does.ask('request.get', { request })).paper?.reply?.course).toBe('乙');
    await passAndSend(does, request);
    await does.ask('paper.submitReply', { request, reply: { ...fullReply(), course: '丙' } });
    const late = await does.refusal('paper.submitReply', { request, reply: { ...fullReply(), course: '丁' } });
    expect(late.code).toBe('conflict.text-replaced');
  });
});
