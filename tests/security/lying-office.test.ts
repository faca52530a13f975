import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sealedId } from '#electron/sealing/suites.ts';
import { sliceOf } from '#electron/services/sync/gather.ts';
import { findLink } from '#electron/store/tables/links.ts';
import type { ManifestId, RequestId } from '#shared/base/ids.ts';
import { emptyRoot } from '#shared/protocol/stream.ts';
import { type Desk, openDesk } from '#tests/services/support/desk.ts';
import { enclosure } from '#tests/services/support/enclosure.ts';
import {
  acceptedDossier,
  day,
  finishedLetter,
  passAndSend,
  sentRequest,
  type TwoOffices,
  twoOffices,
} from '#tests/services/support/two-offices.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { freshRequest, hostilePartner, openingFacts } from './support/hostile-partner.ts';

const store = ({ open }: Desk) => open.store.db;
const kindsOf = (desk: Desk, id: RequestId): readonly string[] =>
  sliceOf(store(desk), id).r.entries.map(({ parsed }) => parsed.kind);
const asideAt = async (desk: Desk): Promise<readonly string[]> =>
  (await desk.ask('sync.status', {})).quarantine.map(({ code }) => code);
const problemAt = async (desk: Desk): Promise<string | null> =>
  (await desk.ask('sync.status', {})).partners[0]?.problem ?? null;

async function isSound(desk: Desk): Promise<void> {
  expect((await desk.ask('store.verify', {})).problems).toEqual([]);
  expect(await desk.ask('store.rebuild', {})).toMatchObject({ same: true });
}

/** An office that asks, with real keys, and lies to the one that is asked. */
async function liar() {
  const world = await twoOffices();
  const evil = hostilePartner(world.asks, world.does, world.clock);
  const id = freshRequest();
  const opening = evil.sign(id, { side: 'r', kind: 'request', facts: openingFacts(world.does) });
  return { ...world, evil, id, opening, victim: world.does };
}

describe('an office with good keys that writes its own history anew', () => {
  test('is shown with both versions: the first stays, the other is kept beside it, the chain stops there', async () => {
    const { evil, id, opening, victim } = await liar();
    const first = evil.sign(id, { side: 'r', kind: 'note', content: { text: '先说的' } });
    evil.send([opening, first]);
    const other = evil.sign(id, {
      ...{ side: 'r', kind: 'note', content: { text: '后改的' } },
      after: { seq: 1, id: opening.id },
    });
    const later = evil.sign(id, { side: 'r', kind: 'urge' });
    evil.send([other, later]);
    const { r } = sliceOf(store(victim), id);
    expect(r.entries.map((entry) => entry.id)).toEqual([opening.id, first.id]);
    expect(r.held.find(({ entry }) => entry.id === other.id)?.state).toBe('fork');
    expect(await problemAt(victim)).toBe('sync.fork');
    await isSound(victim);
  });

  test('gains nothing by sending its chain in another order: what is signed decides', async () => {
    const { evil, id, opening, victim } = await liar();
    const note = evil.sign(id, { side: 'r', kind: 'note', content: { text: '二' } });
    const urge = evil.sign(id, { side: 'r', kind: 'urge' });
    evil.send([urge, note, opening]);
    expect(kindsOf(victim, id)).toEqual(['request', 'note', 'urge']);
    expect(await problemAt(victim)).toBeNull();
    await isSound(victim);
  });

  test('and signs an entry that follows none of its own has its chain stopped there, and shown', async () => {
    const { evil, id, opening, victim } = await liar();
    evil.send([opening]);
    const stray = `s1:${'7'.repeat(64)}` as typeof opening.id;
    evil.send([evil.sign(id, { side: 'r', kind: 'note', after: { seq: 1, id: stray } })]);
    expect(kindsOf(victim, id)).toEqual(['request']);
    expect(await problemAt(victim)).not.toBeNull();
    await isSound(victim);
  });

  test('cannot tell one story by network and another by stick: the second is kept aside as a contradiction', async () => {
    const { asks, clock, evil, id, opening, victim } = await liar();
    const said = evil.sign(id, { side: 'r', kind: 'note', content: { text: '网上说的' } });
    evil.send([opening, said]);
    const twin = hostilePartner(asks, victim, clock);
    const otherId = freshRequest();
    const otherOpening = twin.sign(otherId, { side: 'r', kind: 'request', facts: openingFacts(victim) });
    const sealed = twin.seal([otherOpening, twin.sign(otherId, { side: 'r', kind: 'urge' })]);
    const medium = tempFolder();
    const inbox = join(medium, 'xieban-courier', 'inbox', victim.open.office);
    mkdirSync(inbox, { recursive: true });
    writeFileSync(join(inbox, `${sealedId(sealed)}.xb`), sealed);
    await victim.ask('courier.import', { folder: medium });
    expect(await asideAt(victim)).toEqual(['stream-fork']);
    expect(kindsOf(victim, id)).toEqual(['request', 'note']);
    expect((await victim.ask('request.list', { direction: 'in' })).total).toBe(1);
    await isSound(victim);
  });
});

/** A request that is received and signed for, and its executor, who lies about it from now on. */
async function liarAbout(): Promise<TwoOffices & { readonly id: RequestId }> {
  const world = await twoOffices();
  const id = (await sentRequest(world)) as RequestId;
  await world.exchange();
  return { ...world, id };
}

describe('an office with good keys that lies in its receipts', () => {
  test('is not believed when it goes back on what it signed for, however often it says so', async () => {
    const world = await liarAbout();
    const { asks, does, clock, id } = world;
    const evil = hostilePartner(does, asks, clock);
    const before = findLink(store(asks), does.open.office)?.believed;
    const incarnation = before?.incarnation ?? '';
    for (let n = 1; n <= 30; n += 1) {
      const number = (before?.number ?? 0) + n;
      evil.sendReceipt({ number, incarnation, upTo: 0, root: emptyRoot, echo: null });
    }
    expect(findLink(store(asks), does.open.office)?.believed).toEqual(before);
    expect((await asks.ask('request.get', { request: id })).row.word).toBe('receipted');
  });

  test('makes us send again once for each answer to a question of ours, and not by repeating one answer', async () => {
    const world = await liarAbout();
    const { asks, does, clock } = world;
    const evil = hostilePartner(does, asks, clock);
    const link = () => findLink(store(asks), does.open.office);
    const { believed } = link() ?? expect.fail('something was exchanged');
    const back = { incarnation: believed?.incarnation ?? '', upTo: 0, root: emptyRoot };
    // It lost everything, as it says: asked, and believed when it echoes the question.
    evil.sendReceipt({ ...back, number: 900, echo: null });
    const question = link()?.nonce ?? '';
    evil.sendReceipt({ ...back, number: 901, echo: question });
    expect(link()?.believed?.upTo).toBe(0);
    const { out } = link() ?? expect.fail('the link stands');
    evil.sendReceipt({ ...back, number: 902, upTo: out.n, root: out.root, echo: null });
    evil.sendReceipt({ ...back, number: 903, echo: question });
    expect(link()?.believed).toMatchObject({ number: 902, upTo: out.n });
  });

  test('gets no file it was not given by missing it', async () => {
    const world = await liarAbout();
    const { asks, does, clock } = world;
    const third = await openDesk({ office: 'third-arb', name: '第三方仲裁院', region: '330402', clock });
    await asks.ask('partner.add', { bytes: (await third.ask('partner.ownCard', {})).bytes, confirmed: true });
    const secret = await enclosure(asks, '只给第三方.pdf', '%PDF-1.7 secret');
    const dossier = await acceptedDossier(asks);
    await asks.ask('dossier.attach', { dossier: dossier as never, manifest: secret.manifest, name: secret.name });
    const evil = hostilePartner(does, asks, clock);
    const folder = (await asks.ask('partner.list', {})).find(({ office }) => office === does.open.office)?.folder ?? '';
    const chunks = (): number => {
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      return names.filter((name) => /^chunks\/..\/[0-9a-f]{64}$/.test(name)).length;
    };
    const { believed } = findLink(store(asks), does.open.office) ?? expect.fail('something was exchanged');
    const missing = [{ manifest: secret.manifest as ManifestId, chunks: [{ from: 0, to: 1_000_000_000 }] }];
    for (let n = 1; n <= 5; n += 1) {
      const number = (believed?.number ?? 0) + n;
      evil.sendReceipt({ number, incarnation: believed?.incarnation ?? '', missing });
      await asks.loop.round(true);
    }
    expect(chunks()).toBe(0);
  });

  test('and misses for ever what it throws away gets it once for each word of its own, and not by itself', async () => {
    const world = await twoOffices();
    const { asks, does, clock } = world;
    const dossier = await acceptedDossier(asks);
    const letter = await finishedLetter(asks, does, dossier);
    const scan = await enclosure(asks, '台账.pdf', '%PDF-1.7 ledger');
    const { id } = await asks.ask('paper.submit', {
      ...{ dossier: dossier as never, partner: does.open.office },
      letter: { ...letter, files: [scan] },
    });
    await passAndSend(asks, id);
    await asks.loop.round(true);
    const folder = (await asks.ask('partner.list', {}))[0]?.folder ?? '';
    const chunkFiles = (): readonly string[] =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /^chunks\/..\/[0-9a-f]{64}$/.test(name))
        .map((name) => join(folder, name));
    expect(chunkFiles()).toHaveLength(1);
    const evil = hostilePartner(does, asks, clock);
    const missing = [{ manifest: scan.manifest as ManifestId, chunks: [{ from: 0, to: 1_000_000_000 }] }];
    let given = 0;
    for (let n = 1; n <= 6; n += 1) {
      evil.sendReceipt({ number: n, incarnation: 'e'.repeat(32), missing });
      for (let round = 0; round < 3; round += 1) {
        for (const file of chunkFiles()) rmSync(file);
        await asks.loop.round(false);
        given += chunkFiles().length;
      }
    }
    expect(given).toBe(6);
  });

  test('about the root is shown and asked for what it claims to hold, and refuted when it gives none', async () => {
    const world = await liarAbout();
    const { asks, does, clock, id } = world;
    const evil = hostilePartner(does, asks, clock);
    const link = () => findLink(store(asks), does.open.office);
    const { believed } = link() ?? expect.fail('something was exchanged');
    const lie = { incarnation: believed?.incarnation ?? '', upTo: believed?.upTo ?? 0, root: 'e'.repeat(64) };
    evil.sendReceipt({ ...lie, number: 70 });
    expect(await problemAt(asks)).toBe('sync.own-rollback');
    const asked = link()?.asking ?? expect.fail('it is asked back');
    expect((await asks.ask('request.get', { request: id })).may).toEqual([]);
    evil.sendReceipt({ ...lie, number: 71, returned: { nonce: asked.nonce, upTo: 0 } });
    expect(link()?.doubt?.kind).toBe('refuted');
    await asks.ask('request.urge', { request: id, on: day('2026-03-12') });
    evil.sendReceipt({ ...lie, number: 72 });
    expect(link()?.asking).toBeNull();
    await isSound(asks);
  });
});
