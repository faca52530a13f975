/**
 * Child process: takes a file of the given number of mebibytes in and reads it back, measuring how far its memory grew.
 * Arguments: folder, mebibytes. Prints one JSON object.
 */
import { createHash } from 'node:crypto';
import { suiteOne } from '#electron/sealing/suite-one.ts';
import { beginIntake } from '#electron/store/chunks/intake.ts';
import { createFileReader } from '#electron/store/chunks/read.ts';
import { release } from '#electron/store/chunks/release.ts';
import { openStore } from '#electron/store/open.ts';
import { seededRandom } from '#tests/support/randomness.ts';

const [folder = '', mebibytes = '1'] = process.argv.slice(2);
const opened = openStore({ folder, key: new Uint8Array(32), mode: 'create' });
if (!opened.ok) throw new Error(opened.error.code);
const store = opened.value;

const part = Buffer.alloc(1_048_576, 'x');
let most = 0;
const before = process.memoryUsage().rss;
const measure = (): void => {
  most = Math.max(most, process.memoryUsage().rss - before);
};

const intake = beginIntake(store, suiteOne, seededRandom('large file'));
const hash = createHash('sha256');
for (let index = 0; index < Number(mebibytes); index += 1) {
  part.writeUInt32BE(index);
  hash.update(part);
  const appended = await intake.append(part);
  if (!appended.ok) throw new Error(appended.error.code);
  measure();
}
const taken = await intake.finish();
if (!taken.ok) throw new Error(taken.error.code);
measure();

const back = createHash('sha256');
for await (const plain of createFileReader(store, suiteOne).stream(taken.value.manifest)) {
  if (!plain.ok) throw new Error(plain.error.code);
  back.update(plain.value);
  release(plain.value);
  measure();
}
store.close();
const same = back.digest('hex') === hash.digest('hex');
process.stdout.write(`${JSON.stringify({ grewMebibytes: Math.round(most / 1_048_576), same })}\n`);
