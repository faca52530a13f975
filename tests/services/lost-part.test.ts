import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exchangeOffice, introduce, meet, sendLetter } from './support/exchange-office.ts';
import { readWhole, takeIn } from './support/large-file.ts';
import { mailFolder } from './support/mail-folder.ts';

test("a partner's file that loses a part here is shown as damaged, asked for again, and whole once it came", async () => {
  const mail = mailFolder();
  const asks = await exchangeOffice('qingpu-arb');
  const does = await exchangeOffice('wujiang-arb', '320509');
  await introduce(asks, does, mail.path);
  await introduce(does, asks, mail.path);
  const file = await takeIn(asks, '台账.bin', 9_000_000, 2);
  const request = await sendLetter(asks, does, [file]);
  await meet(asks, does);
  const shown = async () => (await does.ask('request.get', { request })).files;
  expect(await shown()).toMatchObject([{ have: 3, lost: 0, of: 3 }]);

  const parts = readdirSync(join(does.folder, 'chunks'), { recursive: true, withFileTypes: true });
  for (const part of parts.filter((entry) => entry.isFile())) writeFileSync(join(part.parentPath, part.name), 'torn');
  const piece = { manifest: file.manifest, offset: 0, length: 1000 };
  for (let time = 0; time < 2; time += 1) {
    expect(await does.refusal('file.read', piece)).toEqual({ kind: 'damaged', code: 'file.damaged' });
  }
  expect(await shown()).toMatchObject([{ have: 2, lost: 1, of: 3 }]);
  for (const offset of [4_194_304, 8_388_608]) await does.refusal('file.read', { ...piece, offset });
  expect(await shown()).toMatchObject([{ have: 0, lost: 3, of: 3 }]);

  await meet(asks, does);
  await meet(asks, does);
  expect(await shown()).toMatchObject([{ have: 3, lost: 0, of: 3 }]);
  expect(await readWhole(does, file.manifest)).toEqual(await readWhole(asks, file.manifest));
});
