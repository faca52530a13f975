/**
 * Child process: appends five entries and a counter in each transaction, saying the counter after each commit, until it
 * is killed. With a second argument it kills itself at that step of its first transaction instead.
 */
import { openStore } from '#electron/store/open.ts';
import { readSetting, writeSetting } from '#electron/store/tables/settings.ts';
import { transaction } from '#electron/store/transaction.ts';
import { ok } from '#shared/base/result.ts';
import { appendFact, testKey } from './store-fixture.ts';

const [folder = '', killAt = ''] = process.argv.slice(2);
const opened = openStore({ folder, key: testKey });
if (!opened.ok) throw new Error(opened.error.code);
const store = opened.value;

let step = 0;
/** Ends this process as a power cut does when its step has come. */
function passStep(): void {
  step += 1;
  if (killAt === String(step)) process.kill(process.pid, 'SIGKILL');
}

for (;;) {
  passStep();
  const written = transaction(store, (tx) => {
    passStep();
    const count = Number(readSetting(tx, 'count') ?? 0) + 1;
    for (let index = 0; index < 5; index += 1) {
      appendFact(tx, `${count}.${index} ${'x'.repeat(3000)}`);
      passStep();
    }
    writeSetting(tx, 'count', String(count));
    passStep();
    return ok(count);
  });
  if (!written.ok) throw new Error(written.error.code);
  passStep();
  process.stdout.write(`${written.value}\n`);
}
