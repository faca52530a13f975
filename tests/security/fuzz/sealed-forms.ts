import { sealedAbout } from '#electron/sealing/seal.ts';
import { sealedId, suiteOf } from '#electron/sealing/suites.ts';
import { openChunk, sealChunk } from '#electron/store/chunks/cipher.ts';
import { cipherOf, fileKeyHash, manifestId, readManifest, writeManifest } from '#electron/store/chunks/manifest.ts';
import type { SuiteId } from '#shared/protocol/entry.ts';
import { formatCases } from '#tests/protocol/format-cases.ts';
import { seededRandom } from '#tests/support/randomness.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { bytesOf, type Form } from './form.ts';

const suite = suiteOf('s1');
const random = seededRandom('sealed samples');

const sealed = (of: SuiteId, weight: number): Form => {
  const own = suiteOf(of);
  const pair = own.makeSealingKeys(random);
  const about = { from: 'sh-qingpu', to: 'js-wujiang' };
  const seal = (text: string): Uint8Array => unwrap(own.seal(about, bytesOf(text), [pair.publicKey], random));
  return {
    name: `package sealed in suite ${of}`,
    weight,
    signed: true,
    samples: [seal(formatCases.bundle), seal(formatCases.receipt)],
    take: (bytes) => {
      sealedId(bytes);
      sealedAbout(bytes);
      const opened = suite.open(bytes, [pair]);
      return opened.ok
        ? [`${JSON.stringify(opened.value.about)} ${Buffer.from(opened.value.bytes).toString('utf8')}`]
        : [];
    },
  };
};

const fileKey = random.bytes(32);
const plain = [bytesOf('工资台账 '.repeat(80)), bytesOf('第二部分')];
const places = [
  { position: 0, last: false },
  { position: 1, last: true },
] as const;
const chunkBytes = places.map((place, at) => sealChunk(suite, fileKey, place, plain[at] ?? new Uint8Array()));

const chunks: Form = {
  name: 'chunk',
  weight: 3,
  signed: true,
  samples: chunkBytes,
  take: (bytes) =>
    places.flatMap((place) => {
      const read = openChunk(suite, fileKey, place, bytes);
      return read ? [`${place.position} ${Buffer.from(read).toString('hex')}`] : [];
    }),
};

const manifests = [1, 5_000_000].map((size) =>
  writeManifest({
    ...{ v: 1, size, chunkSize: 4_194_304, keyHash: fileKeyHash(fileKey, suite) },
    chunks: Array.from({ length: size > 4_194_304 ? 2 : 1 }, (_, at) => suite.hash(chunkBytes[at] ?? fileKey)),
  }),
);
const known = manifests.map((text) => manifestId(text, suite));

const descriptions: Form = {
  name: 'description of a file',
  weight: 2,
  signed: true,
  samples: manifests.map(bytesOf),
  take: (bytes) => {
    const text = Buffer.from(bytes).toString('utf8');
    return readManifest(text) && known.some((id) => cipherOf(id, text, suite)) ? [text] : [];
  },
};

/** What is sealed or named by its hash: packages, chunks and what describes a file. */
export const sealedForms: readonly Form[] = [sealed('s1', 3), sealed('s2', 0.05), chunks, descriptions];
