import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { ManifestId, RequestId } from '#shared/base/ids.ts';
import { contract } from '#shared/contract/contract.ts';
import { executorActs } from '#shared/domain/assist/life.ts';
import { sentRequest, twoOffices } from '#tests/services/support/two-offices.ts';
import { freshRequest, hostilePartner, openingFacts } from './support/hostile-partner.ts';

const manifest = 'ab'.repeat(32) as ManifestId;
const leaf = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('2199-12-31', '1850-01-01', '9999-12-31', '\u202e', 'i1', 'ARB_INVESTIGATE', manifest, '__proto__'),
  fc.integer({ min: -5, max: 9_007_199_254_740_991 }),
  fc.boolean(),
  fc.constant(null),
);
const keys = fc.constantFrom(
  ...['head', 'letter', 'reply', 'scan', 'files', 'grants', 'items', 'manifest', 'text', 'key', 'name', 'size', 'from'],
  ...['to', 'number', 'matter', 'parties', 'handlers', 'object', '__proto__', 'toString', 'defects', 'answers', 'kind'],
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('tree'), { maxLength: 3 }), fc.dictionary(keys, tie('tree'))),
}));
const content = fc.dictionary(keys, tree, { maxKeys: 5 });
const facts = fc.oneof(
  fc.dictionary(keys, tree, { maxKeys: 4 }),
  fc.constantFrom<JsonObject>(
    { stored: '2199-12-31', number: null },
    { ground: 'x', defects: ['d', 'd', '__proto__'] },
    { handlers: ['__proto__', 'constructor'], promised: '1850-01-01' },
    { until: '2199-12-31', asked: '1850-01-01' },
    { final: true, items: [{ id: 'i1', outcome: 'done' }], number: '\u202e' },
    { final: false, items: [], number: null },
    { move: 'out', ids: ['__proto__'], carrierNo: null },
    { to: 'x', number: 2 },
  ),
);
const wild = fc.record({
  kind: fc.constantFrom(...Object.keys(executorActs), 'supplement', 'withdraw', 'close', 'object', 'urge'),
  facts,
  content: fc.option(content, { nil: undefined }),
  files: fc.constantFrom<readonly ManifestId[]>([], [manifest]),
  on: fc.constantFrom('2026-03-12', '1850-01-01', '2199-12-31T23:59'),
});

test('whatever a partner writes into its entries, everything still projects, shows and rebuilds', async () => {
  const { asks, does, clock } = await twoOffices();
  const evil = hostilePartner(asks, does, clock);
  const seen = async (request: RequestId): Promise<void> => {
    const view = await does.ask('request.get', { request });
    expect(contract['request.get'].output.safeParse(view).error).toBeUndefined();
    await does.ask('request.opened', { request });
  };
  await fc.assert(
    fc.asyncProperty(fc.array(wild, { minLength: 1, maxLength: 12 }), fc.option(content), async (list, body) => {
      const id = freshRequest();
      const opening = { side: 'r', kind: 'request', facts: openingFacts(does) } as const;
      const entries = [
        evil.sign(id, body === null ? opening : { ...opening, content: body as JsonObject }),
        ...list.map((one) =>
          evil.sign(id, {
            ...{ side: 'r', kind: one.kind, facts: one.facts as JsonObject, files: one.files, on: one.on },
            ...(one.content ? { content: one.content as JsonObject } : {}),
          }),
        ),
      ];
      expect(evil.send(entries).outcome).toBe('taken');
      await seen(id);
    }),
    { numRuns: 60 },
  );
  expect((await does.ask('request.list', { direction: 'in' })).total).toBeGreaterThan(0);
  for (const name of ['today.get', 'sync.status', 'partner.list'] as const) await does.ask(name, {});
  expect((await does.ask('store.verify', {})).problems).toEqual([]);
  expect((await does.ask('store.rebuild', {})).same).toBe(true);
});

test('an executor’s chain of nonsense shows as differences and breaks nothing', async () => {
  const { asks, does, clock } = await twoOffices();
  const evil = hostilePartner(does, asks, clock);
  await fc.assert(
    fc.asyncProperty(fc.array(wild, { minLength: 1, maxLength: 12 }), async (list) => {
      const id = (await sentRequest({ asks, does })) as RequestId;
      const entries = list.map((one) =>
        evil.sign(id, {
          ...{ side: 'e', kind: one.kind, facts: one.facts as JsonObject, files: one.files, on: one.on },
          ...(one.content ? { content: one.content as JsonObject } : {}),
        }),
      );
      expect(evil.send(entries).outcome).toBe('taken');
      const view = await asks.ask('request.get', { request: id });
      expect(contract['request.get'].output.safeParse(view).error).toBeUndefined();
      await asks.ask('deadline.list', {});
    }),
    { numRuns: 25 },
  );
  await asks.ask('request.list', {});
  await asks.ask('today.get', {});
  expect((await asks.ask('store.rebuild', {})).same).toBe(true);
});
