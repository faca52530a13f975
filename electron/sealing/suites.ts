import { err } from '#shared/base/result.ts';
import { suiteOfKey } from '#shared/protocol/device-key.ts';
import type { SuiteId } from '#shared/protocol/entry.ts';
import { sealedHeader } from './seal.ts';
import type { Suite } from './suite.ts';
import { suiteOne } from './suite-one.ts';
import { suiteTwo } from './suite-two.ts';

const each: Readonly<Record<SuiteId, Suite>> = { s1: suiteOne, s2: suiteTwo };

/**
 * Writes with one suite and reads what an office of the other one made: a key shows its suite, a seal names it, and of a
 * hash the caller says it. What is encrypted under a bare key names none and is this suite's.
 */
function readingBoth(own: Suite): Suite {
  return {
    ...own,
    hash: (bytes, suite = own.id) => each[suite].hash(bytes),
    signing: (keys) => each[suiteOfKey(keys.publicKey)].signing(keys),
    verify: (publicKey, bytes, signature) => each[suiteOfKey(publicKey)].verify(publicKey, bytes, signature),
    seal: (about, bytes, recipients, random) => {
      const [first] = recipients;
      if (first === undefined) return err({ code: 'seal-bad-recipient' });
      // One office has keys of one suite; a key of another form among them is refused by the suite itself.
      return each[suiteOfKey(first)].seal(about, bytes, recipients, random);
    },
    open: (sealed, keys) => {
      const header = sealedHeader(sealed);
      return header.ok ? each[header.value.suite].open(sealed, keys) : header;
    },
  };
}

const known: Readonly<Record<SuiteId, Suite>> = { s1: readingBoth(suiteOne), s2: readingBoth(suiteTwo) };

/** The suite an office writes with, which also reads what the other suite made. */
export function suiteOf(id: SuiteId): Suite {
  return known[id];
}

/**
 * Names sealed bytes by their hash, in the suite they were sealed with, so that sender and receiver give them one name.
 * What cannot be read is named in suite 1.
 */
export function sealedId(sealed: Uint8Array): string {
  const header = sealedHeader(sealed);
  return each[header.ok ? header.value.suite : 's1'].hash(sealed);
}
