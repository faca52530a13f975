import { describe, expect, test } from 'vitest';
import { suiteOf } from '#electron/sealing/suites.ts';
import type { DeviceId } from '#shared/base/ids.ts';
import { applyCommand } from '#shared/protocol/apply-command.ts';
import { rootAfter, verifyBundle, writeBundle } from '#shared/protocol/bundle.ts';
import { deviceIdOf, suiteOfKey } from '#shared/protocol/device-key.ts';
import type { Entry, SuiteId } from '#shared/protocol/entry.ts';
import { readPackageText } from '#shared/protocol/package.ts';
import { deviceIn, devicesOf, requestSuite } from '#shared/protocol/request-suite.ts';
import { emptySlice } from '#shared/protocol/slice.ts';
import { streamStart } from '#shared/protocol/stream.ts';
import { readEntry, verifyEntry } from '#shared/protocol/verify-entry.ts';
import { withEntry, writeRequestEntry } from '#shared/protocol/write-request-entry.ts';
import { momentOf } from '#tests/simulation/sim-office.ts';
import { suiteTwoCrypto } from '#tests/simulation/suite-two-crypto.ts';
import { seededRandom } from '#tests/support/randomness.ts';
import { refusal, unwrap } from '#tests/support/unwrap.ts';
import { newPair, openingFacts, request } from './pair.ts';

const [one, two] = [suiteOf('s1'), suiteOf('s2')];
const random = seededRandom('protocol suites');
const keys = { s1: one.makeSigningKeys(random), s2: two.makeSigningKeys(random) } as const;
const pair = newPair(suiteTwoCrypto);
const receives = { hashing: one, verifying: one };

/** An opening of a request said to be of `suite`, signed with the key of `by`. */
function opening(suite: SuiteId, by: SuiteId): Entry {
  const signing = suiteOf(by).signing(keys[by]);
  const { office } = pair.a;
  const saying = {
    ...{ kind: 'request', facts: openingFacts(pair.b), body: null, files: [], actor: pair.a.ports.self.actor },
    ...{ on: '2026-03-02', at: '000000000000001-0000' },
  };
  const writer = { office, device: deviceIdOf(keys[by].publicKey, two), suite };
  return writeRequestEntry(emptySlice(request), 'r', saying, writer, { hashing: two, signing });
}

describe('the suite of an entry', () => {
  test('is read whichever suite the reader writes with', () => {
    for (const suite of ['s1', 's2'] as const) {
      for (const reader of [one, two]) {
        const entry = unwrap(readEntry(opening(suite, suite), undefined, reader));
        expect(entry.id.slice(0, 3)).toBe(`${suite}:`);
        expect(verifyEntry(entry, keys[suite].publicKey, { hashing: reader, verifying: reader }).ok).toBe(true);
      }
    }
  });

  test('must be that of the key that signed it', () => {
    for (const [suite, by] of [
      ['s1', 's2'],
      ['s2', 's1'],
    ] as const) {
      const entry = unwrap(readEntry(opening(suite, by), undefined, one));
      expect(refusal(verifyEntry(entry, keys[by].publicKey, receives))).toBe('suite-differs');
      expect(refusal(verifyEntry(entry, keys[suite].publicKey, receives))).toBe('device-key');
    }
  });

  test('cannot be given another name: the id holds the suite and its hash', () => {
    const entry = opening('s2', 's2');
    const renamed = { ...entry, id: entry.id.replace('s2:', 's1:') as Entry['id'] };
    expect(refusal(readEntry(renamed, undefined, one))).toBe('id-differs');
    const hashed = { ...entry, id: opening('s1', 's1').id };
    expect(refusal(readEntry(hashed, undefined, one))).toBe('id-differs');
  });
});

describe('a bundle of an office of suite 2', () => {
  const entries = [opening('s2', 's2'), opening('s1', 's1')];
  const parcels = entries.map(({ id, header, signature }) => ({ entry: { id, header, signature }, body: null }));
  const device = deviceIdOf(keys.s2.publicKey, two);
  const route = { office: pair.a.office, device, to: pair.b.office, certificates: [] };
  const text = writeBundle(route, streamStart, parcels, { hashing: two, signing: two.signing(keys.s2) });

  test('is read and proved by one of suite 1, entries of both suites in it', () => {
    const read = unwrap(readPackageText(text, one));
    if (read.type !== 'bundle') throw new Error('not a bundle');
    expect(read.bundle.parcels.map(({ entry }) => entry.id)).toEqual(entries.map(({ id }) => id));
    expect(verifyBundle(read.bundle, pair.b.office, keys.s2.publicKey, receives).ok).toBe(true);
    expect(refusal(verifyBundle(read.bundle, pair.b.office, keys.s1.publicKey, receives))).toBe('bundle-signature');
  });

  test('has a root in the suite of its device, and no other root is taken for it', () => {
    const ids = entries.map(({ id }) => id);
    const roots = (['s1', 's2'] as const).map((suite) => rootAfter(streamStart, ids, one, suite).root);
    expect(text).toContain(`"after":"${roots[1]}"`);
    const signing = two.signing(keys.s2);
    const wrong = { hash: (bytes: Uint8Array) => one.hash(bytes, 's1') };
    const forged = unwrap(readPackageText(writeBundle(route, streamStart, parcels, { hashing: wrong, signing }), one));
    if (forged.type !== 'bundle') throw new Error('not a bundle');
    expect(refusal(verifyBundle(forged.bundle, pair.b.office, keys.s2.publicKey, receives))).toBe('bundle-root');
  });
});

describe('the suite of a request', () => {
  test.each([
    [['s1'], ['s1'], 's1'],
    [['s2', 's1'], ['s1'], 's1'],
    [['s1'], ['s2', 's1'], 's1'],
    [['s2', 's1'], ['s2', 's1'], 's2'],
    [['s2'], ['s2'], 's2'],
    [['s2'], ['s1'], undefined],
  ] as const)('between %s and %s is %s', (ours, theirs, suite) => {
    expect(requestSuite({ suites: ours }, { suites: theirs })).toBe(suite);
  });

  test('names the receiving device by its key of that suite', () => {
    const named = (suite: SuiteId) => ({ device: `of ${suite}` as DeviceId, key: keys[suite].publicKey });
    const card = { intake: named('s2'), also: named('s1') };
    expect(devicesOf(card).map(({ key }) => suiteOfKey(key))).toEqual(['s2', 's1']);
    expect(deviceIn(card, 's1')).toEqual(card.also);
    expect(deviceIn(card, 's2')).toEqual(card.intake);
    expect(deviceIn({ intake: card.intake }, 's1')).toBeUndefined();
  });
});

test('a device that has no key of a request’s suite orders nothing in it, and one that has writes with that key', () => {
  const moment = momentOf(pair.a, pair.around);
  const command = opening('s1', 's1');
  const facts = { reason: '和解' };
  const saying = { ...command.parsed, kind: 'withdraw', facts, body: null };
  const self = { ...pair.b.ports.self, suite: 's2' as const };
  const also = { device: deviceIdOf(keys.s1.publicKey, one), signing: one.signing(keys.s1) };
  for (const named of [self.device, also.device]) {
    const first = { ...command, parsed: { ...command.parsed, facts: { ...command.parsed.facts, intake: named } } };
    const slice = { ...emptySlice(request), r: { entries: [first], held: [] } };
    const writer = { office: pair.a.office, device: also.device, suite: 's1' as const };
    const second = writeRequestEntry(slice, 'r', saying, writer, { hashing: one, signing: also.signing });
    const asked = withEntry(slice, 'r', second);
    const alone = { ...pair.b.ports, self };
    expect(applyCommand(asked, second, undefined, moment, alone)).toBeUndefined();
    const applied = applyCommand(asked, second, undefined, moment, { ...alone, also });
    // The pen of the chain lies with the key the opening names; with another one nothing is written.
    if (named === self.device) expect(applied).toBeUndefined();
    else {
      expect(applied?.entry.parsed).toMatchObject({ kind: 'apply', suite: 's1', device: also.device });
      expect(applied && verifyEntry(applied.entry, keys.s1.publicKey, receives).ok).toBe(true);
    }
  }
});

test('two devices of suite 2 carry a request by the same rules, and order each other’s commands', () => {
  const { a, b, say, settle, state, digest } = newPair(suiteTwoCrypto);
  say(a, 'r', 'request', openingFacts(b));
  settle();
  say(b, 'e', 'register', { on: '2026-03-02' });
  settle();
  say(a, 'r', 'withdraw', { reason: '和解' });
  settle();
  expect(state(a).phase).toBe('withdrawn');
  expect(digest(a)).toBe(digest(b));
});
