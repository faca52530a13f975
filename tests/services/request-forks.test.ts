import { expect, test } from 'vitest';
import { freshRequest, hostilePartner, openingFacts } from '#tests/security/support/hostile-partner.ts';
import { twoOffices } from './support/two-offices.ts';

/** An office that asks with real keys and lies to the one that is asked. */
async function liar() {
  const world = await twoOffices();
  const evil = hostilePartner(world.asks, world.does, world.clock);
  const id = freshRequest();
  const opening = evil.sign(id, { side: 'r', kind: 'request', facts: openingFacts(world.does) });
  return { ...world, evil, id, opening };
}

test('two signed entries for one place are shown side by side, with who signed them, and are both in the proof file', async () => {
  const { asks, does, evil, id, opening } = await liar();
  const first = evil.sign(id, { side: 'r', kind: 'note', content: { text: '先说的' }, on: '2026-03-12T09:00' });
  evil.send([opening, first]);
  expect(await does.ask('request.forks', { request: id })).toEqual([]);
  const after = { seq: 1, id: opening.id };
  const other = evil.sign(id, { side: 'r', kind: 'urge', after, on: '2026-03-12T10:00' });
  evil.send([other]);
  const signed = { device: asks.open.device, genuine: true, seq: 2 };
  expect(await does.ask('request.forks', { request: id })).toEqual([
    {
      ...{ side: 'r', office: asks.open.office, name: '青浦区劳动人事争议仲裁院', ours: false, about: 'place' },
      standing: { ...signed, id: first.id, kind: 'note', on: '2026-03-12T09:00' },
      other: { ...signed, id: other.id, kind: 'urge', on: '2026-03-12T10:00' },
    },
  ]);
  const { bytes } = await does.ask('request.exportProof', { request: id, bodies: false });
  const file = new TextDecoder().decode(bytes);
  for (const entry of [first, other]) expect(file).toContain(entry.signature);
});

test('an entry that denies the one before it is shown beside that one', async () => {
  const { does, evil, id, opening } = await liar();
  evil.send([opening]);
  const stray = `s1:${'7'.repeat(64)}` as typeof opening.id;
  const other = evil.sign(id, { side: 'r', kind: 'note', after: { seq: 1, id: stray } });
  evil.send([other]);
  expect(await does.ask('request.forks', { request: id })).toMatchObject([
    { about: 'past', standing: { id: opening.id, seq: 1 }, other: { id: other.id, seq: 2 } },
  ]);
});

test('a request nobody holds has no forks to show', async () => {
  const { does } = await liar();
  const reply = does.ask('request.forks', { request: freshRequest() });
  await expect(reply).rejects.toThrow('not-found.request');
});
