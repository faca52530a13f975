import { suiteOf } from '#electron/sealing/suites.ts';
import { canonicalJson } from '#shared/base/canonical-json.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { makeBody } from '#shared/protocol/body.ts';
import { type Manifest, type Parcel, rootAfter, verifyBundle, writeBundle } from '#shared/protocol/bundle.ts';
import { deviceIdOf } from '#shared/protocol/device-key.ts';
import type { SuiteId } from '#shared/protocol/entry.ts';
import { entryId, makeEntry } from '#shared/protocol/make-entry.ts';
import { readPackage } from '#shared/protocol/package.ts';
import { receiptSignedBy, writeReceipt } from '#shared/protocol/receipt.ts';
import { signDocument } from '#shared/protocol/signed-document.ts';
import { streamStart } from '#shared/protocol/stream.ts';
import { readEntry, verifyEntry } from '#shared/protocol/verify-entry.ts';
import { formatCases } from '#tests/protocol/format-cases.ts';
import { qingpu, receiptOver, writtenRequest, wujiang } from '#tests/protocol/proof-case.ts';
import { seededRandom } from '#tests/support/randomness.ts';
import { bytesOf, type Form } from './form.ts';

const suite = suiteOf('s1');
const ports = { hashing: suite, verifying: suite };
const us = 'js-wujiang' as OfficeId;

const two = suiteOf('s2');
const twoKeys = two.signing(two.makeSigningKeys(seededRandom('author in suite 2')));
const carrier = suite.signing(suite.makeSigningKeys(seededRandom('an office that carries on what others wrote')));
const carrierDevice = deviceIdOf(carrier.publicKey, suite);

/** Who may sign: the authors of the samples, and an office that is known and lies. */
const keys = new Map<string, string>(
  [
    formatCases.keys.device,
    qingpu.signing.publicKey,
    wujiang.signing.publicKey,
    twoKeys.publicKey,
    carrier.publicKey,
  ].map((key) => [deviceIdOf(key, suite), key]),
);

const twice = writtenRequest('调取 2025 年 10 至 12 月工资台账，并询问仓库班组长。');
const parcels: readonly Parcel[] = [...twice.r.entries, ...twice.e.entries].map(({ id, header, signature, body }) => ({
  entry: { id, header, signature },
  body: body ?? null,
}));

function entryInSuiteTwo(): Parcel {
  const { header } = formatCases.requestEntry;
  const { v: _v, suite: _suite, seq: _seq, prev: _prev, ...said } = JSON.parse(header);
  const body = makeBody({ text: '以第二套算法书写' }, new Uint8Array(16).fill(3), two, 's2');
  const device = deviceIdOf(twoKeys.publicKey, two);
  const entry = makeEntry({ ...said, device, body }, null, 's2', { hashing: two, signing: twoKeys });
  return { entry: { id: entry.id, header: entry.header, signature: entry.signature }, body: body.text };
}

const lineOf = ({ entry, body }: Parcel): string =>
  canonicalJson({ body, header: entry.header, signature: entry.signature });

function believedOf({ entry, body }: Parcel): readonly string[] {
  const read = readEntry(entry, body ?? undefined, suite);
  const key = read.ok ? keys.get(read.value.parsed.device) : undefined;
  if (!read.ok || key === undefined || !verifyEntry(read.value, key, ports).ok) return [];
  return [`${entry.id} ${entry.header} ${entry.signature}`, ...(body === null ? [] : [`${entry.id} ${body}`])];
}

/** What a partner's opened package is believed to say, as the exchange step proves it. */
function believedPackage(bytes: Uint8Array): readonly string[] {
  const read = readPackage(bytes, suite);
  if (!read.ok) return [];
  if (read.value.type === 'receipt') {
    const { receipt, document } = read.value;
    const key = keys.get(receipt.device);
    return key !== undefined && receiptSignedBy(document, key, suite)
      ? [`${document.text}\n${document.signature}`]
      : [];
  }
  const { bundle } = read.value;
  const key = keys.get(bundle.manifest.device);
  if (key === undefined || !verifyBundle(bundle, us, key, ports).ok) return [];
  return [bundle.document.text, ...bundle.parcels.flatMap(believedOf)];
}

const route = { office: qingpu.office, device: qingpu.device, to: us, certificates: [formatCases.certificate] };

const bundles: Form = {
  name: 'bundle',
  weight: 5,
  signed: true,
  samples: [
    formatCases.bundle,
    writeBundle(route, streamStart, parcels, { hashing: suite, signing: qingpu.signing }),
    writeBundle(route, streamStart, parcels.slice(1, 3), { hashing: suite, signing: qingpu.signing }),
  ].map(bytesOf),
  take: believedPackage,
};

const receipts: Form = {
  name: 'receipt',
  weight: 5,
  signed: true,
  samples: [
    bytesOf(formatCases.receipt),
    ...[1, 7].map((number) =>
      bytesOf(
        writeReceipt(
          receiptOver(
            parcels.slice(0, 2).map(({ entry }) => entry.id),
            number,
            {
              missing: [
                {
                  manifest: '5'.repeat(64) as never,
                  chunks: [
                    { from: 0, to: 3 },
                    { from: 9, to: 36 },
                  ],
                },
              ],
              ask: [{ from: 1, to: 0 }],
            },
          ),
        ),
      ),
    ),
  ],
  take: believedPackage,
};

/** The id a line's entry would have, whatever it holds. */
function idIn(line: string): Parcel['entry']['id'] {
  try {
    const { header } = JSON.parse(line);
    const of: SuiteId = String(header).endsWith('"suite":"s2","v":1}') ? 's2' : 's1';
    return entryId(of, String(header), suite);
  } catch {
    return entryId('s1', line, suite);
  }
}

/** What the carrier's own program says of a bundle of its own. */
const honest: Manifest = JSON.parse(
  writeBundle({ ...route, device: carrierDevice, certificates: [] }, streamStart, parcels.slice(0, 1), {
    hashing: suite,
    signing: carrier,
  }).split('\n')[1] ?? '',
);

/** A bundle around any lines, signed by an office that is known: only what the authors signed may come of it. */
function carried(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const lines = text.split('\n').slice(0, 50);
  const content = Buffer.from(lines.map((line) => `${line}\n`).join(''), 'latin1');
  const ids = lines.map((line) => idIn(Buffer.from(line, 'latin1').toString('utf8')));
  const manifest: Manifest = {
    ...{ ...honest, first: 1, last: lines.length, content: suite.hash(content) },
    after: rootAfter(streamStart, ids, suite, 's1').root,
  };
  const document = signDocument('xieban-manifest-v1', manifest, carrier);
  return Buffer.concat([bytesOf(`xieban-manifest-v1\n${document.text}\n${document.signature}\n`), content]);
}

const entries = (name: string, weight: number, samples: readonly Parcel[]): Form => ({
  name,
  weight,
  signed: true,
  samples: samples.map((parcel) => bytesOf(lineOf(parcel))),
  // The bundle's own word is the carrier's, who may say what it likes.
  take: (bytes) => believedPackage(carried(bytes)).slice(1),
});

const ofFormat = [formatCases.requestEntry, formatCases.applyEntry].map(
  ({ id, header, signature }): Parcel => ({ entry: { id, header, signature }, body: null }),
);

/** Bundles, receipts, and entries in a bundle of an office that is known and lies about others. */
export const exchangeForms: readonly Form[] = [
  bundles,
  receipts,
  entries('entry', 6, [...parcels, ...ofFormat]),
  entries('entry in suite s2', 0.05, [entryInSuiteTwo()]),
];
