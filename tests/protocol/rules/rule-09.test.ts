import { describe, expect, test } from 'vitest';
import type { Suite } from '#electron/sealing/suite.ts';
import { suiteOne } from '#electron/sealing/suite-one.ts';
import { suiteTwo } from '#electron/sealing/suite-two.ts';
import { parseOfficeId } from '#shared/base/ids.ts';
import { type LocalDate, localDate } from '#shared/base/local-date.ts';
import { deviceIdOf } from '#shared/protocol/device-key.ts';
import {
  type PartnerCard,
  readCard,
  relateCard,
  sealingKeysOn,
  signCard,
  writeCard,
} from '#shared/protocol/partner-card.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { unwrap } from '#tests/support/unwrap.ts';

const text = Buffer.from('一包函件', 'utf8');

/** An office whose card names one sealing key after the other. */
function officeOf(suite: Suite) {
  const [root, device] = [suite.makeSigningKeys(trueRandom), suite.makeSigningKeys(trueRandom)];
  const office = parseOfficeId('wujiang-arb');
  if (!office) throw new Error('not an office code');
  const cardOf = (version: number, sealing: string, from: LocalDate) => {
    const card: PartnerCard = {
      ...{ v: 1, office, name: '吴江区仲裁院', region: '320509', officeKey: root.publicKey, version },
      ...{ validFrom: localDate('2026-01-01'), validTo: localDate('2035-12-31') },
      intake: { device: deviceIdOf(device.publicKey, suite), key: device.publicKey },
      sealing: [{ key: sealing, from, to: null }],
      ...{ revoked: [], suites: [suite.id], reader: 1, kinds: ['ARB_INVESTIGATE'], scope: '', more: {} },
    };
    return signCard(card, suite.signing(root), suite);
  };
  return { cardOf };
}

describe.each([
  ['suite 1', suiteOne],
  ['suite 2', suiteTwo],
])('rule 9: sealing keys rotate without loss (%s)', (_name, suite) => {
  const [old, fresh] = [suite.makeSealingKeys(trueRandom), suite.makeSealingKeys(trueRandom)];
  const { cardOf } = officeOf(suite);
  const before = cardOf(1, old.publicKey, localDate('2026-01-01'));
  const after = cardOf(2, fresh.publicKey, localDate('2026-03-12'));
  const sealedBy = (card: typeof before, day: string): Uint8Array =>
    unwrap(suite.seal({}, text, sealingKeysOn(card.card, localDate(day)), trueRandom));

  test('what is sealed for the older card is opened by the office that rotated', () => {
    const opened = suite.open(sealedBy(before, '2026-03-20'), [fresh, old]);
    expect(unwrap(opened).bytes).toEqual(text);
  });

  test('what is sealed for the newer card is opened by the new key and never by the old one', () => {
    // On the day itself, later, and by a sender whose clock is behind.
    for (const day of ['2026-03-12', '2027-01-01', '2026-03-01']) {
      const sealed = sealedBy(after, day);
      expect(unwrap(suite.open(sealed, [fresh])).bytes).toEqual(text);
      expect(suite.open(sealed, [old])).toMatchObject({ ok: false, error: { code: 'seal-not-for-us' } });
    }
  });

  test('the newer card replaces the older one and is never replaced by it; its hash is another', () => {
    const ports = { hashing: suite, verifying: suite };
    const read = unwrap(readCard(writeCard(after.document), ports));
    expect(relateCard(read, before)).toBe('newer');
    expect(relateCard(before, read)).toBe('older');
    expect(read.hash).not.toBe(before.hash);
  });
});
