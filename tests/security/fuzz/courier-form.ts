import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { createCourierTransport } from '#electron/exchange/courier.ts';
import { sealedId, suiteOf } from '#electron/sealing/suites.ts';
import { isNamedBy } from '#electron/store/chunks/cipher.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { readPackage } from '#shared/protocol/package.ts';
import { formatCases } from '#tests/protocol/format-cases.ts';
import { seededRandom } from '#tests/support/randomness.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { bytesOf, type Form } from './form.ts';

const suite = suiteOf('s1');
const random = seededRandom('what lies on a stick');
const pair = suite.makeSealingKeys(random);
const us = 'js-wujiang' as OfficeId;
const them = 'sh-qingpu' as OfficeId;

const seal = (text: string): Uint8Array =>
  unwrap(suite.seal({ from: them, to: us }, bytesOf(text), [pair.publicKey], random));

/** A file of a stick as one sample: its place in the first line, its bytes behind it. */
const fileAt = (place: string, bytes: Uint8Array): Uint8Array => Buffer.concat([bytesOf(`${place}\n`), bytes]);

const packages = [formatCases.bundle, formatCases.receipt].map(seal);
const chunk = random.bytes(300);
const chunkHash = suite.hash(chunk);
const samples = [
  ...packages.map((bytes) => fileAt(`inbox/${us}/${sealedId(bytes)}.xb`, bytes)),
  fileAt(`chunks/${chunkHash.slice(0, 2)}/${chunkHash}`, chunk),
];

/** Lays the file where its first line says, if that is a place below the root a file system can have. */
function lay(root: string, bytes: Uint8Array): void {
  const end = bytes.indexOf(10);
  const place = join(root, Buffer.from(bytes.subarray(0, Math.max(0, end))).toString('utf8'));
  if (!place.startsWith(`${root}${sep}`)) return;
  try {
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, bytes.subarray(end + 1));
  } catch {
    // The file system has no such name: nobody can lay it there.
  }
}

async function believedOn(root: string): Promise<readonly string[]> {
  const transport = createCourierTransport(root);
  const believed: string[] = [];
  const received = await transport.receive(us, new Set());
  // Something else may stand in the place of the inbox.
  for (const item of received.ok ? received.value.items : []) {
    const bytes = await item.read();
    if (!bytes.ok || sealedId(bytes.value) !== item.id) continue;
    const opened = suite.open(bytes.value, [pair]);
    if (opened.ok && readPackage(opened.value.bytes, suite).ok) {
      believed.push(Buffer.from(opened.value.bytes).toString('latin1'));
    }
  }
  const got = unwrap(await transport.getChunk(them, chunkHash));
  if (got && isNamedBy(got, chunkHash, suite)) believed.push(Buffer.from(got).toString('latin1'));
  unwrap(await transport.clearUnfinished(Date.now()));
  return believed;
}

/** Files on a stick: packages and chunks under names of any kind. `end` removes the stick. */
export function openCourierForm(weight: number): { readonly form: Form; readonly end: () => void } {
  const base = mkdtempSync(join(tmpdir(), 'xieban-stick-'));
  let count = 0;
  const take: Form['take'] = async (bytes) => {
    count += 1;
    const root = join(base, String(count));
    mkdirSync(root);
    lay(root, bytes);
    const believed = await believedOn(root);
    rmSync(root, { recursive: true, force: true });
    return believed;
  };
  const end = (): void => rmSync(base, { recursive: true, force: true });
  return { form: { name: 'courier file', weight, signed: true, samples, take }, end };
}
