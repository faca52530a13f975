import { expect, test } from 'vitest';
import { readKeyring, writeKeyring } from '#electron/sealing/keyring-file.ts';
import { suiteOne } from '#electron/sealing/suite-one.ts';
import { readBackup } from '#electron/store/restore.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { exchangeOffice } from './support/exchange-office.ts';

test('somebody who can write beside the database cannot make copies that open for nobody', async () => {
  const office = await exchangeOffice('qingpu-arb');
  const keyring = unwrap(readKeyring(office.folder));
  const other = suiteOne.makeSealingKeys(trueRandom);
  const wrapped = unwrap(suiteOne.seal({}, trueRandom.bytes(32), [other.publicKey], trueRandom));
  const recovery = { publicKey: other.publicKey, wrapped: Buffer.from(wrapped).toString('base64url') };
  unwrap(writeKeyring(office.folder, { ...keyring, recovery }));
  const { path } = await office.ask('backup.make', { folder: tempFolder() });
  expect(unwrap(await readBackup(path)).custody).toEqual(keyring.recovery);
});
