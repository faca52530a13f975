import { describe, expect, test } from 'vitest';
import type { DeviceId, OfficeId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { writeBundle } from '#shared/protocol/bundle.ts';
import { canRead } from '#shared/protocol/capabilities.ts';
import { certifyDevice } from '#shared/protocol/device-certificate.ts';
import { deviceIdOf } from '#shared/protocol/device-key.ts';
import { newerCard } from '#shared/protocol/newer-card.ts';
import { readPackageText } from '#shared/protocol/package.ts';
import { signCard } from '#shared/protocol/partner-card.ts';
import { signReceipt, writeReceipt } from '#shared/protocol/receipt.ts';
import { emptySlice } from '#shared/protocol/slice.ts';
import { step } from '#shared/protocol/step.ts';
import { streamStart } from '#shared/protocol/stream.ts';
import { writeRequestEntry } from '#shared/protocol/write-request-entry.ts';
import { realCrypto } from '#tests/simulation/real-crypto.ts';
import { momentOf } from '#tests/simulation/sim-office.ts';
import { newPair, openingFacts, request } from './pair.ts';
import { receiptFor } from './receipt-for.ts';

const officeKey = realCrypto.signing('the office of qingpu');
const second = realCrypto.signing('its second device');
const device = deviceIdOf(second.publicKey, realCrypto.hashing);
const validity = { from: localDate('2026-01-01'), to: null };

/** A second device of office a sends a new request; its certificate is signed by `by`. */
function fromSecondDevice(by: typeof officeKey, revoked: readonly DeviceId[] = []) {
  const pair = newPair(realCrypto);
  const { a, b, around } = pair;
  const self = { ...a.ports.self, device };
  const ports = { ...a.ports, self, signing: second };
  const saying = {
    kind: 'request',
    facts: openingFacts(b),
    body: null,
    files: [],
    actor: self.actor,
    on: '2026-03-02',
    at: '000000000000001-0000',
  };
  const entry = writeRequestEntry(emptySlice(request), 'r', saying, self, ports);
  const certificate = certifyDevice({ v: 1, office: a.office, device, key: second.publicKey, ...validity }, by);
  const parcel = { entry: { id: entry.id, header: entry.header, signature: entry.signature }, body: null };
  const route = { office: a.office, device, to: b.office, certificates: [certificate] };
  const read = readPackageText(writeBundle(route, streamStart, [parcel], ports), realCrypto.hashing);
  if (!read.ok || read.value.type !== 'bundle') throw new Error('not a bundle');
  const gathered = { officeKey: officeKey.publicKey, revoked, keys: b.keys, requests: new Map() };
  return step(
    pair.stepState(b),
    { type: 'bundle', id: 'x', bundle: read.value.bundle, gathered },
    momentOf(b, around),
    b.ports,
  );
}

describe('which devices speak for an office', () => {
  test('one its root key certified, whose certificate comes with the bundle', () => {
    const { writes } = fromSecondDevice(officeKey);
    expect(writes.map((write) => write.type)).toEqual(['certificate', 'chained', 'received']);
  });

  test('one that its card revoked is proved by its key, and nothing it brings is folded any longer', () => {
    const { writes, outputs, state } = fromSecondDevice(officeKey, [device]);
    expect(writes.map((write) => write.type)).toEqual(['certificate', 'held', 'received']);
    expect(writes[1]).toMatchObject({ state: 'rejected', reason: 'device-revoked', chain: '' });
    expect(outputs).toMatchObject([{ type: 'alarm', code: 'entry-rejected' }]);
    expect(state.link.incoming[device]?.position.n).toBe(1);
  });

  test('not one that another key certified', () => {
    const { writes } = fromSecondDevice(realCrypto.signing('a forger'));
    expect(writes).toEqual([{ type: 'set-aside', id: 'x', code: 'device-unknown' }]);
  });
});

test('a later card under the same root key is taken from a package, no other', () => {
  const key = realCrypto.signing('the key it seals to').publicKey;
  const cardOf = (version: number, root = officeKey, office = 'sh-qingpu' as OfficeId) =>
    signCard(
      {
        ...{
          v: 1,
          office,
          name: '上海市青浦区劳动人事争议仲裁委员会',
          region: '310118',
          officeKey: root.publicKey,
          version,
        },
        ...{ validFrom: localDate('2026-01-01'), validTo: localDate('2028-12-31') },
        intake: { device, key: second.publicKey },
        sealing: [{ key, from: localDate('2026-01-01'), to: null }],
        ...{ revoked: [], suites: ['s1'], reader: 1, kinds: [], scope: '', more: { later: ['kept'] } },
      },
      root,
      realCrypto.hashing,
    );
  const { a, b } = newPair(realCrypto);
  const taken = (own: ReturnType<typeof cardOf>, held = cardOf(2)) => {
    const receipt = receiptFor(a, b, { own: own.document, more: { later: 1 } });
    const document = signReceipt(receipt, a.ports.signing);
    const read = readPackageText(writeReceipt(document), realCrypto.hashing);
    if (!read.ok) throw new Error(read.error);
    return newerCard(read.value, held, realCrypto);
  };
  expect(taken(cardOf(3))?.card.version).toBe(3);
  expect(taken(cardOf(3))?.card.more).toEqual({ later: ['kept'] });
  expect(taken(cardOf(2))).toBeUndefined();
  expect(taken(cardOf(1))).toBeUndefined();
  expect(taken(cardOf(3, realCrypto.signing('another root')))).toBeUndefined();
  expect(taken(cardOf(3, officeKey, 'zj-hangzhou' as OfficeId))).toBeUndefined();
});

test('what a partner cannot read is not written to it', () => {
  const theirs = { reader: 1, kinds: ['ARB_INVESTIGATE'] };
  expect(canRead(theirs, 'ARB_INVESTIGATE', 1).ok).toBe(true);
  expect(canRead(theirs, 'LSI_ASSIST', 1)).toEqual({ ok: false, error: 'partner-kind-unknown' });
  expect(canRead(theirs, 'ARB_INVESTIGATE', 2)).toEqual({ ok: false, error: 'partner-reader-older' });
});

test('a stream that contradicts what we hold is set aside and told', () => {
  const pair = newPair(realCrypto);
  const { a, b, around } = pair;
  pair.say(a, 'r', 'request', openingFacts(b));
  pair.settle();
  const [first] = pair.peer(a).stream;
  if (!first) throw new Error('nothing was streamed');
  const parcel = {
    entry: { id: first.entry.id, header: first.entry.header, signature: first.entry.signature },
    body: null,
  };
  const route = { office: a.office, device: a.device, to: b.office, certificates: [] };
  // The same device numbers its stream anew, as it would from an old copy of its disk.
  const text = writeBundle(route, { n: 1, root: 'f'.repeat(64) }, [parcel], a.ports);
  const read = readPackageText(text, realCrypto.hashing);
  if (!read.ok || read.value.type !== 'bundle') throw new Error('not a bundle');
  const gathered = { officeKey: undefined, keys: b.keys, requests: new Map() };
  const done = step(
    pair.stepState(b),
    { type: 'bundle', id: 'x', bundle: read.value.bundle, gathered },
    momentOf(b, around),
    b.ports,
  );
  expect(done.writes).toEqual([{ type: 'set-aside', id: 'x', code: 'stream-fork' }]);
  expect(done.outputs).toMatchObject([{ type: 'alarm', code: 'stream-fork' }]);
  expect(done.state.link.incoming[a.device]?.position.n).toBe(1);
});
