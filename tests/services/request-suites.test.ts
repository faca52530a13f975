import { describe, expect, test } from 'vitest';
import { ownCard } from '#electron/services/partner/own-card.ts';
import { chainEntries, chainHeads } from '#electron/store/tables/entries.ts';
import type { RequestId } from '#shared/base/ids.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import { requestIdField } from '#shared/contract/fields.ts';
import type { SuiteId } from '#shared/protocol/entry.ts';
import { signCard, writeCard } from '#shared/protocol/partner-card.ts';
import { type Desk, openDesk, testClock } from './support/desk.ts';
import { enclosure } from './support/enclosure.ts';
import {
  acceptedDossier,
  acceptedThere,
  day,
  finishedLetter,
  fullReply,
  passAndSend,
  type TwoOffices,
  twoOffices,
} from './support/two-offices.ts';

type Manifest = CallInput<'file.read'>['manifest'];

/** A request with files both ways from its letter to its close, and one command put in order by itself. */
async function wholeLife(
  offices: TwoOffices,
): Promise<{ readonly id: RequestId; readonly files: readonly Manifest[] }> {
  const { asks, does, exchange, clock } = offices;
  const dossier = await acceptedDossier(asks);
  const file = await enclosure(asks, '申请书.txt', '申请书全文。'.repeat(200));
  const letter = { ...(await finishedLetter(asks, does, dossier)), files: [file] };
  const to = { dossier: dossier as never, partner: does.open.office, letter };
  const id = requestIdField.parse((await asks.ask('paper.submit', to)).id);
  await passAndSend(asks, id);
  await exchange();
  expect((await asks.ask('request.get', { request: id })).row.word).toBe('receipted');
  clock.set('2026-03-16T09:02');
  await acceptedThere(offices, id, '2026-03-16');
  await exchange();
  await asks.ask('request.supplement', { request: id, on: day('2026-03-16'), text: '补充一页。' });
  await exchange();
  clock.set('2026-03-20T15:00');
  const answer = await enclosure(does, '台账.txt', '工资台账。'.repeat(300));
  await does.ask('paper.submitReply', { request: id, reply: { ...fullReply(), files: [answer] } });
  await passAndSend(does, id);
  await exchange();
  await asks.ask('request.close', { request: id, on: day('2026-03-20') });
  await exchange();
  return { id, files: [file.manifest, answer.manifest] };
}

/** Suites of the entries of a desk's chains: of requests, and of its own. */
function suitesIn({ open }: Desk): { readonly requests: readonly string[]; readonly own: readonly string[] } {
  const { db } = open.store;
  const named = (ofRequests: boolean): readonly string[] => {
    const chains = chainHeads(db).filter(({ chain }) => chain.startsWith('request/') === ofRequests);
    return [...new Set(chains.flatMap(({ chain }) => chainEntries(db, chain).map(({ id }) => id.slice(0, 3))))];
  };
  return { requests: named(true), own: named(false) };
}

const pairs: readonly (readonly [SuiteId, SuiteId, SuiteId])[] = [
  ['s2', 's2', 's2'],
  ['s1', 's2', 's1'],
  ['s2', 's1', 's1'],
];

describe.each(pairs)('an office of %s asks one of %s', (first, second, common) => {
  test(`the request lives in ${common} from letter to close, its files too, and both prove the same`, async () => {
    const offices = await twoOffices('2026-03-12T09:30', [first, second]);
    const { asks, does } = offices;
    const { id: request, files } = await wholeLife(offices);
    const views = [await asks.ask('request.get', { request }), await does.ask('request.get', { request })];
    expect(views.map(({ row }) => row.state)).toEqual(['closed', 'closed']);
    expect(views[0]?.timeline.some(({ kind, outcome }) => kind === 'supplement' && outcome === 'ok')).toBe(true);
    expect(views[0]?.digest).toBe(views[1]?.digest);
    for (const [desk, suite] of [
      [asks, first],
      [does, second],
    ] as const) {
      expect(suitesIn(desk)).toEqual({ requests: [`${common}:`], own: [`${suite}:`] });
      expect(await desk.ask('store.verify', {})).toMatchObject({ problems: [], files: [] });
      const proof = await desk.ask('request.proof', { request });
      expect(proof).toMatchObject({ ok: true, faults: [], digest: views[0]?.digest });
      expect(proof.receipts.length).toBeGreaterThan(0);
    }
    for (const manifest of files) {
      const read = async (desk: Desk) => (await desk.ask('file.read', { manifest, offset: 0, length: 100_000 })).bytes;
      expect(await read(asks)).toEqual(await read(does));
    }
  });
});

test('the fingerprint read from a card is the one its office reads aloud, whichever suites the two have', async () => {
  const { asks, does } = await twoOffices('2026-03-12T09:30', ['s1', 's2']);
  for (const [one, other] of [
    [asks, does],
    [does, asks],
  ] as const) {
    const own = await other.ask('partner.ownCard', {});
    const read = await one.ask('partner.readCard', { bytes: own.bytes });
    expect(read).toMatchObject({ relation: 'same', fingerprint: own.fingerprint });
    expect((await other.ask('office.get', {})).fingerprint).toBe(own.fingerprint);
  }
});

test('the rules one office hands out are read as signed by it, whichever suites the two have', async () => {
  const { asks, does } = await twoOffices('2026-03-12T09:30', ['s1', 's2']);
  for (const [one, other] of [
    [asks, does],
    [does, asks],
  ] as const) {
    const file = new TextDecoder().decode((await other.ask('pack.export', { title: '规则' })).bytes);
    const { pack, faults } = await one.ask('pack.check', { file });
    expect(faults).toEqual([]);
    const { fingerprint } = await other.ask('partner.ownCard', {});
    expect(pack).toMatchObject({ signer: 'partner', office: other.open.office, fingerprint });
    const broken = file.replace('规则', '规矩');
    expect(broken).not.toBe(file);
    expect((await one.ask('pack.check', { file: broken })).pack).toBeNull();
  }
});

test('offices without a suite in common cannot write to each other, and are told so when a letter is submitted', async () => {
  const clock = testClock('2026-03-12T09:30');
  const asks = await openDesk({ office: 'qingpu-arb', name: '青浦院', region: '310118', clock });
  const does = await openDesk({ office: 'wujiang-arb', name: '吴江院', region: '320509', clock, suite: 's2' });
  const { also: _also, ...card } = ownCard(does.open)?.card ?? expect.fail('an office has a card');
  const root = does.open.suite.signing(does.open.keys.root);
  const alone = signCard({ ...card, suites: ['s2'] }, root, does.open.suite);
  const bytes = new TextEncoder().encode(writeCard(alone.document));
  await asks.ask('partner.add', { bytes, confirmed: true });
  const dossier = await acceptedDossier(asks);
  const letter = await finishedLetter(asks, does, dossier);
  const to = { dossier: dossier as never, partner: does.open.office, letter };
  expect(await asks.refusal('paper.submit', to)).toMatchObject({ code: 'request.no-common-suite' });
});

test('a card whose keys are not of the suites it names is not taken', async () => {
  const { asks, does } = await twoOffices('2026-03-12T09:30', ['s1', 's2']);
  const card = ownCard(does.open)?.card ?? expect.fail('an office has a card');
  const theirs = ownCard(asks.open)?.card ?? expect.fail('an office has a card');
  const { also: _also, ...bare } = card;
  const wrong = [
    { ...card, suites: ['s1' as const] },
    { ...card, suites: ['s2' as const] },
    { ...card, suites: ['s1' as const, 's1' as const] },
    { ...bare, suites: ['s1' as const, 's2' as const] },
    { ...card, also: card.intake },
    { ...card, intake: theirs.intake },
    { ...card, sealing: theirs.sealing },
  ];
  const root = does.open.suite.signing(does.open.keys.root);
  for (const value of wrong) {
    const bytes = new TextEncoder().encode(writeCard(signCard(value, root, does.open.suite).document));
    expect(await asks.refusal('partner.readCard', { bytes })).toMatchObject({ code: 'partner.card-suite' });
  }
});
