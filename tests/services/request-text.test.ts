import { expect, it } from 'vitest';
import type { RequestId } from '#shared/base/ids.ts';
import type { CallInput, CallOutput } from '#shared/contract/contract.ts';
import type { Desk } from './support/desk.ts';
import {
  acceptedDossier,
  acceptedThere,
  day,
  finishedLetter,
  fullReply,
  passAndSend,
  twoOffices,
} from './support/two-offices.ts';

type Letter = CallInput<'paper.submit'>['letter'];

/** Languages of machines, in texts that hold nothing to be removed. */
const hostile = [
  `'; DROP TABLE request; --`,
  `" OR "1"="1`,
  '=HYPERLINK("http://x","y")',
  '@SUM(1+1)*cmd|/C calc',
  '"a","b";c|d',
  '%_\\*?[a-z]',
  '<script>alert(1)</script>&amp;',
  '${1+1} {{7*7}} %s $t(app.name)',
  '𠮷野家 ㎡ ① 〔2026〕',
];

/** A letter in which every field a person types holds a hostile text. */
function letterOf(begun: Letter): Letter {
  const [item] = begun.items;
  if (!item) throw new Error('a begun letter has an item');
  const items = hostile.map((text, index) => ({
    ...item,
    id: `i${index}`,
    object: { ...item.object, name: text, address: text, relation: text, idNo: '', uscc: '', phone: text },
    ...{ questions: text, proves: text },
  }));
  const handlers = hostile.slice(0, 2).map((text) => ({ name: text, cardNo: text, phone: text }));
  const parties = hostile.map((text) => ({ role: text, name: text }));
  const matter = { ...begun.matter, cause: hostile.join(' '), parties };
  return { ...begun, items, handlers, matter, special: hostile.join('\n'), legalBasis: hostile };
}

/** A reply in which every field a person types holds a hostile text. */
function replyOf(): CallInput<'paper.submitReply'>['reply'] {
  const on = day('2026-03-12');
  const items = hostile.map((text, index) => ({
    ...{ item: `i${index}`, outcome: 'partly' as const, text },
    attempts: [
      { on, text },
      { on, text },
    ],
    evidence: [{ name: text, original: false, pages: 1 }],
  }));
  return { ...fullReply(), items, course: hostile.join('\n'), needsMore: hostile.join(' ') };
}

const shown = (desk: Desk, request: RequestId) => desk.ask('request.get', { request });
const texts = (view: CallOutput<'request.get'>, kind: string, field: string): readonly unknown[] =>
  view.timeline.filter((item) => item.kind === kind).map(({ content }) => content?.[field]);

it('keeps every text of a letter, an act and a reply as data, here and at the partner', async () => {
  const both = await twoOffices();
  const { asks, does, exchange } = both;
  const dossier = (await acceptedDossier(asks)) as never;
  const letter = letterOf(await finishedLetter(asks, does, dossier));
  const partner = does.open.office;
  const request = (await asks.ask('paper.submit', { dossier, partner, letter })).id as RequestId;
  await passAndSend(asks, request);
  await exchange();
  await acceptedThere(both, request, '2026-03-12');
  for (const text of hostile) {
    await does.ask('request.progress', { request, on: day('2026-03-12'), text });
    await does.ask('request.note', { request, text });
    await asks.ask('request.note', { request, text });
  }
  const reply = replyOf();
  await does.ask('paper.submitReply', { request, reply });
  await passAndSend(does, request);
  await exchange();

  for (const desk of [asks, does]) {
    const view = await shown(desk, request);
    expect(view.commission).toMatchObject({ ...letter, files: [] });
    expect(view.reply).toMatchObject({ ...reply, files: [] });
    expect(texts(view, 'progress', 'text')).toEqual(hostile);
    expect((await desk.ask('request.list', {})).rows).toHaveLength(1);
    expect((await desk.ask('store.verify', {})).problems).toEqual([]);
    expect(await desk.ask('store.rebuild', {})).toMatchObject({ same: true });
  }
  expect((await shown(asks, request)).digest).toBe((await shown(does, request)).digest);
});

it('finds requests by what is in them, never by a wildcard', async () => {
  const both = await twoOffices();
  const { asks, does } = both;
  const dossier = (await acceptedDossier(asks)) as never;
  const letter = await finishedLetter(asks, does, dossier);
  await asks.ask('paper.submit', { dossier, partner: does.open.office, letter });
  const found = async (text: string) => (await asks.ask('request.list', { text })).total;
  const all = await found('');
  expect(all).toBe(1);
  const wild = ['%', '_', '%%', '*', '?', `' OR 1=1 --`, '"', '\\', '某_', '__', 'NEAR(某 物)', '某*'];
  expect(await Promise.all(wild.map(found))).toEqual(wild.map(() => 0));
  expect(await found('某某物流')).toBe(1);
});

it('removes what deceives from a letter and says so; names of nothing else are refused', async () => {
  const both = await twoOffices();
  const { asks, does } = both;
  const dossier = (await acceptedDossier(asks)) as never;
  const letter = await finishedLetter(asks, does, dossier);
  const [first] = letter.items;
  if (!first) throw new Error('a finished letter has items');
  const named = (name: string): Letter => ({
    ...letter,
    items: [{ ...first, object: { ...first.object, name }, questions: '问\u202e\u0007题' }],
  });
  const partner = does.open.office;
  const preview = await asks.ask('request.preview', { dossier, partner, letter: named('某\u202e\u200b公\u0000司') });
  expect(preview.letter.items[0]).toMatchObject({ object: { name: '某公司' }, questions: '问题' });
  expect(preview.warnings.join(' ')).toContain('removed');
  const nothing = await asks.refusal('request.preview', { dossier, partner, letter: named('\u200b\u202e') });
  expect(nothing).toMatchObject({ code: 'text.nothing-left', field: 'items.0.object.name' });
  const long = await asks.refusal('paper.submit', { dossier, partner, letter: named('长'.repeat(5000)) });
  expect(long).toMatchObject({ kind: 'bad-input', field: 'letter.items.0.object.name' });
});
