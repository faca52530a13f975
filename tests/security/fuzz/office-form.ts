import { sealedId } from '#electron/sealing/suites.ts';
import { takePackage } from '#electron/services/sync/take-package.ts';
import { isQuarantined } from '#electron/store/tables/quarantine.ts';
import type { Desk, TestClock } from '#tests/services/support/desk.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { bytesOf, type Form } from './form.ts';

/**
 * Texts a partner signed, spoilt and sealed to an office with its real store: of all but the texts themselves nothing
 * is stored, except aside.
 */
export function officeForm(victim: Desk, from: Desk, clock: TestClock, texts: readonly string[]): Form {
  const exchange = { open: victim.open, clock, random: trueRandom };
  const key = victim.open.keys.sealing[0]?.publicKey ?? '';
  const about = { from: from.open.office, to: victim.open.office };
  return {
    name: 'package at an office',
    weight: 1,
    signed: true,
    samples: texts.map(bytesOf),
    take: (bytes) => {
      const sealed = unwrap(victim.open.suite.seal(about, bytes, [key], trueRandom));
      const taken = unwrap(takePackage(exchange, sealed));
      if (taken.outcome !== 'taken' || !taken.done.changed) return [];
      const aside = isQuarantined(victim.open.store.db, sealedId(sealed));
      return aside ? [] : [Buffer.from(bytes).toString('latin1')];
    },
  };
}
