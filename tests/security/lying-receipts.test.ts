import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findLink } from '#electron/store/tables/links.ts';
import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { DeviceId, EntryId, ManifestId, RequestId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { writeBundle } from '#shared/protocol/bundle.ts';
import { readCard, signCard } from '#shared/protocol/partner-card.ts';
import { signDocument } from '#shared/protocol/signed-document.ts';
import { emptyRoot, streamStart } from '#shared/protocol/stream.ts';
import { openDesk } from '#tests/services/support/desk.ts';
import { sentRequest, twoOffices } from '#tests/services/support/two-offices.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { freshRequest, hostilePartner, openingFacts } from './support/hostile-partner.ts';

const most = Number.MAX_SAFE_INTEGER;
const number = fc.oneof(fc.constantFrom(0, 1, 2, 3, 999, 2 ** 31, 2 ** 32, most), fc.nat(20));
const counted = number.map((n) => Math.max(1, n));
const hex = (length: number) => fc.constantFrom('0', 'a', 'f').map((digit) => digit.repeat(length));
const range = fc.record({ from: number, to: number });
const entry = hex(64).map((hash) => `s1:${hash}` as EntryId);
const device = hex(32).map((id) => id as DeviceId);
const ids = fc.array(entry, { maxLength: 3 });

/** Every field of a receipt as it may be by its form; left out, it is what an honest one says. */
const receipts = fc.record(
  {
    number: counted,
    incarnation: hex(32),
    upTo: number,
    root: fc.oneof(hex(64), fc.constant(emptyRoot)),
    opened: fc.array(fc.record({ entry, on: fc.constantFrom('2199-12-31', '1850-01-01').map(localDate) }), {
      maxLength: 2,
    }),
    ...{ rejected: ids, notUnderstood: ids },
    missing: fc.array(
      fc.record({ manifest: hex(64).map((id) => id as ManifestId), chunks: fc.array(range, { maxLength: 3 }) }),
      { maxLength: 2 },
    ),
    ask: fc.array(range, { maxLength: 3 }),
    nonce: hex(32),
    echo: fc.option(hex(32)),
    reader: counted,
    kinds: fc.subarray(['ARB_INVESTIGATE', 'X', 'LSI_ASSIST']),
    card: fc.option(hex(64)),
    returns: fc.option(
      fc.record({
        nonce: hex(32),
        streams: fc.array(fc.record({ stream: device, above: number }), { maxLength: 3 }),
      }),
    ),
    returned: fc.option(fc.record({ nonce: hex(32), upTo: number })),
    more: fc.dictionary(fc.string(), fc.string()).map((value) => JSON.parse(JSON.stringify(value)) as JsonObject),
  },
  { requiredKeys: [] },
);

const manifests = fc.record(
  {
    first: counted,
    last: counted,
    before: hex(64),
    after: hex(64),
    content: hex(64),
  },
  { requiredKeys: [] },
);

test('whatever a partner signs into receipts and bundles, nobody else is touched and the data stays sound', async () => {
  const { asks, does, clock, exchange } = await twoOffices();
  const id = (await sentRequest({ asks, does })) as RequestId;
  await exchange();
  const third = await openDesk({ office: 'third-arb', name: '第三方仲裁院', region: '330402', clock });
  await asks.ask('partner.add', { bytes: (await third.ask('partner.ownCard', {})).bytes, confirmed: true });
  const evil = hostilePartner(does, asks, clock);
  const { suite, signing, office } = does.open;
  const own = unwrap(
    readCard(new TextDecoder().decode((await does.ask('partner.ownCard', {})).bytes), {
      ...{ hashing: suite, verifying: suite },
    }),
  );
  const opening = evil.sign(freshRequest(), { side: 'r', kind: 'request', facts: openingFacts(asks) });
  const parcel = { entry: { id: opening.id, header: opening.header, signature: opening.signature }, body: null };
  const route = { office, device: does.open.device, to: asks.open.office, certificates: [] };
  const honest = writeBundle(route, streamStart, [parcel], { hashing: suite, signing }).split('\n');
  let version = 2;
  const send = (said: JsonObject, kind: 'receipt' | 'bundle' | 'card'): unknown => {
    if (kind === 'receipt') return evil.sendReceipt(said);
    if (kind === 'card') {
      version += 1;
      const card = signCard({ ...own.card, version }, suite.signing(does.open.keys.root), suite);
      return evil.sendReceipt({ ...said, own: card.document });
    }
    const text = { ...(JSON.parse(honest[1] ?? '{}') as JsonObject), ...said };
    const document = signDocument('xieban-manifest-v1', text, signing);
    return evil.sendText([honest[0], document.text, document.signature, ...honest.slice(3)].join('\n'));
  };
  const lies = fc.oneof(
    fc.record({ kind: fc.constant('receipt' as const), said: receipts }),
    fc.record({ kind: fc.constant('card' as const), said: receipts }),
    fc.record({ kind: fc.constant('bundle' as const), said: manifests }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(lies, { minLength: 1, maxLength: 6 }), async (list) => {
      for (const { said, kind } of list)
        expect(send(said as JsonObject, kind)).not.toMatchObject({ code: 'package.internal' });
      await asks.loop.round(true);
      await asks.ask('sync.status', {});
      await asks.ask('request.get', { request: id });
    }),
    { numRuns: 60 },
  );
  expect(asks.logged.filter((line) => line.startsWith('exchange.') || line.startsWith('call.'))).toEqual([]);
  expect(findLink(asks.open.store.db, third.open.office)?.doubt ?? null).toBeNull();
  expect((await asks.ask('store.verify', {})).problems).toEqual([]);
  expect((await asks.ask('store.rebuild', {})).same).toBe(true);
}, 240_000);
