import { suiteOf } from '#electron/sealing/suites.ts';
import { canonicalJson } from '#shared/base/canonical-json.ts';
import type { EntryId } from '#shared/base/ids.ts';
import { deviceIdOf } from '#shared/protocol/device-key.ts';
import { signedText } from '#shared/protocol/entry.ts';
import { entryId, makeEntry } from '#shared/protocol/make-entry.ts';
import { newerCard } from '#shared/protocol/newer-card.ts';
import { readPackage } from '#shared/protocol/package.ts';
import { readCard, writeCard } from '#shared/protocol/partner-card.ts';
import { writeReceipt } from '#shared/protocol/receipt.ts';
import { provesTakeover, takeoverFacts } from '#shared/protocol/takeover.ts';
import { fromUtf8, toBase64Url, utf8 } from '#shared/protocol/text-bytes.ts';
import { readEntry, verifyEntry } from '#shared/protocol/verify-entry.ts';
import { cardOf, qingpu, receiptOver, request, writtenRequest, wujiang } from '#tests/protocol/proof-case.ts';
import { seededRandom } from '#tests/support/randomness.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { bytesOf, type Form } from './form.ts';

const suite = suiteOf('s1');
const ports = { hashing: suite, verifying: suite };
const signing = suite.signing(suite.makeSigningKeys(seededRandom('a device that comes after a dead one')));
const device = deviceIdOf(signing.publicKey, suite);

function takeoverHeader(number: number): string {
  const [first, last] = writtenRequest().r.entries;
  if (!first || !last) throw new Error('two commands were written');
  const { seq: _seq, prev: _prev, suite: _suite, v: _v, ...said } = last.parsed;
  const head = { seq: last.parsed.seq, id: last.id };
  const over = {
    v: 1,
    office: qingpu.office,
    request,
    side: 'r',
    number,
    seq: head.seq,
    head: head.id,
    to: device,
  } as const;
  const facts = takeoverFacts(over, qingpu.root);
  const draft = { ...said, kind: 'pen', pen: number, device, facts, body: null, files: [] };
  return makeEntry(draft, head, 's1', { hashing: suite, signing }).header;
}

/** Headers a device of the office signs as it likes: it takes over only what the office root key says it may. */
const takeovers: Form = {
  name: 'takeover signed by a lying device',
  weight: 2,
  signed: true,
  samples: [2, 3].map((number) => bytesOf(takeoverHeader(number))),
  take: (bytes) => {
    const header = fromUtf8(bytes) ?? '';
    const signature = toBase64Url(signing.sign(utf8(signedText(header))));
    const read = readEntry({ id: entryId('s1', header, suite), header, signature }, undefined, suite);
    if (!read.ok || !verifyEntry(read.value, signing.publicKey, ports).ok) return [];
    if (!provesTakeover(read.value, qingpu.root.publicKey, suite)) return [];
    const { chain, office, pen, seq, prev } = read.value.parsed;
    return [canonicalJson({ chain, office, pen: pen ?? 0, seq, prev })];
  },
};

const held = unwrap(readCard(writeCard(cardOf(wujiang)), ports));
const ids: readonly EntryId[] = writtenRequest().r.entries.map(({ id }) => id);
const newer = [2, 7].map((version) => cardOf(wujiang, { version }));

/** Receipts that bring a card: nobody but the office's root key makes the card held give way. */
const cardsInReceipts: Form = {
  name: 'card in a receipt',
  weight: 2,
  signed: true,
  samples: newer.map((own, at) => bytesOf(writeReceipt(receiptOver(ids, at + 1, { own })))),
  take: (bytes) => {
    const read = readPackage(bytes, suite);
    const card = read.ok ? newerCard(read.value, held, ports) : undefined;
    return card ? [`${card.document.text}\n${card.document.signature}`] : [];
  },
};

/** What begins another life of an office: takeovers and newer cards. */
export const lifeForms: readonly Form[] = [takeovers, cardsInReceipts];
