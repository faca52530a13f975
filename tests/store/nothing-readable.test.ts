import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createKeyring } from '#electron/sealing/custody.ts';
import { databaseKey } from '#electron/sealing/data-key.ts';
import { writeDeviceKeys } from '#electron/sealing/device-keys.ts';
import { readKeyring } from '#electron/sealing/keyring-file.ts';
import { suiteOne } from '#electron/sealing/suite-one.ts';
import { makeBackup } from '#electron/store/backup.ts';
import { beginIntake } from '#electron/store/chunks/intake.ts';
import { settleIncarnation } from '#electron/store/incarnation.ts';
import type { Migration } from '#electron/store/migration.ts';
import { migrations } from '#electron/store/migrations/all.ts';
import { saveDraft } from '#electron/store/tables/drafts.ts';
import { setAside } from '#electron/store/tables/quarantine.ts';
import { writeSetting } from '#electron/store/tables/settings.ts';
import { transaction } from '#electron/store/transaction.ts';
import { ok } from '#shared/base/result.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { appendFact, filesUnder, openForTest } from './support/store-fixture.ts';

/** Made-up person, ID number, company, file name and passphrase. */
const markers = [
  '欧阳测试甲',
  '11010519491231002X',
  '吴江虚构纺织有限公司',
  '工资流水-欧阳测试甲.pdf',
  'Ouyang-Ceshi-Jia',
  '合肥 purple stapler',
];

/** A text as the encodings a program on this machine might write it in. */
function spellings(text: string): readonly Buffer[] {
  const utf16 = Buffer.from(text, 'utf16le');
  const forms = [Buffer.from(text, 'utf8'), utf16, Buffer.from(utf16).swap16()];
  const plain = Buffer.from(text, 'utf8');
  // Base64 of a text inside a longer one begins at one of three offsets; the middle part is always the same.
  const base64 = [0, 1, 2].map((shift) => {
    const padded = Buffer.concat([Buffer.alloc(shift), plain]).toString('base64');
    return Buffer.from(padded.slice(4, -4));
  });
  return [...forms, ...base64.filter((form) => form.length >= 8), Buffer.from(plain.toString('hex'))];
}

function readable(bytes: Buffer): readonly string[] {
  return markers.filter((marker) => spellings(marker).some((form) => bytes.includes(form)));
}

describe('the search itself', () => {
  test('finds a marker in every spelling', () => {
    for (const marker of markers) {
      for (const form of spellings(marker)) {
        const hay = Buffer.concat([randomBytes(1001), form, randomBytes(77)]);
        expect(readable(hay)).toContain(marker);
      }
    }
  });

  test('finds nothing in noise', () => {
    expect(readable(randomBytes(3_000_000))).toEqual([]);
  });
});

test('no made-up name or number is readable in any file: database, log, copy, backup, chunks, keys', async () => {
  const folder = tempFolder();
  const passphrase = '合肥 purple stapler';
  const { dataKey } = unwrap(
    await createKeyring(folder, { by: 'passphrase', passphrase, cost: { n: 1024, r: 8, p: 1 } }, trueRandom),
  );
  const key = databaseKey(dataKey);
  const text = markers.join(' / ').repeat(40);
  const device = { signing: suiteOne.makeSigningKeys(trueRandom), sealing: [], root: null };
  unwrap(writeDeviceKeys(folder, dataKey, device, trueRandom));

  openForTest(folder, { mode: 'create', key }).close();
  const next: Migration = { version: migrations.length + 1, name: 'next', sql: 'CREATE TABLE t (a TEXT) STRICT' };
  const store = openForTest(folder, { key, migrations: [...migrations, next] });
  unwrap(settleIncarnation(store, trueRandom));
  unwrap(
    transaction(store, (tx) => {
      for (let index = 0; index < 300; index += 1) appendFact(tx, `${text} ${index}`);
      saveDraft(tx, { key: 'dossier.receive', writer: '', title: text, text, savedAt: 1 });
      writeSetting(tx, 'last', text);
      setAside(tx, { id: 'q', at: 1, code: 'torn', source: 'folder', size: 1 }, Buffer.from(text));
      return ok(undefined);
    }),
  );
  // A sort and a search that need working space: it must not spill to a file in clear.
  store.db.all('SELECT text FROM body ORDER BY substr(text, 40, 200) DESC');
  const intake = beginIntake(store, suiteOne, trueRandom);
  unwrap(await intake.append(Buffer.from(text.repeat(2000))));
  const during = filesUnder(folder);
  unwrap(await intake.finish());
  mkdirSync(join(folder, 'backups'));
  unwrap(await makeBackup(store, join(folder, 'backups'), 1, { recovery: unwrap(readKeyring(folder)).recovery }));

  const files = filesUnder(folder);
  expect(existsSync(join(folder, 'xieban.db-wal'))).toBe(true);
  expect(files.get('xieban.db-wal')?.length).toBeGreaterThan(500_000);
  expect([...files.keys()].some((name) => name.startsWith('chunks/'))).toBe(true);
  expect([...files.keys()].some((name) => name.startsWith('backups/'))).toBe(true);
  expect([...files.keys()].some((name) => name.startsWith('copies/'))).toBe(true);
  expect([...during.keys()].some((name) => name.includes('intake-'))).toBe(true);
  for (const [name, bytes] of [...files, ...during]) {
    expect(readable(bytes), name).toEqual([]);
    expect(readable(Buffer.from(name)), name).toEqual([]);
  }

  store.close();
  for (const [name, bytes] of filesUnder(folder)) expect(readable(bytes), name).toEqual([]);
});
