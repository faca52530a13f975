import { expect, test } from 'vitest';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { sentRequest, twoOffices } from './support/two-offices.ts';

/** More than are kept for one stream while an earlier one is missing. */
const packages = 45;

test('many packages that lie in a folder in any order all come in, without either program starting anew', async () => {
  const offices = await twoOffices();
  const { asks, does, exchange } = offices;
  const request = (await sentRequest(offices)) as never;
  await exchange();
  for (let index = 0; index < packages; index += 1) {
    await asks.ask('request.note', { request, text: `第 ${index} 记` });
    await asks.loop.round(false);
  }
  for (let round = 0; round < 4; round += 1) {
    await does.loop.round(false);
    await asks.loop.round(false);
  }
  const theirs = await does.ask('request.get', { request });
  expect(theirs.digest).toBe((await asks.ask('request.get', { request })).digest);
});

test('as many on a stick come in at one reading', async () => {
  const offices = await twoOffices();
  const { asks, does, exchange } = offices;
  const request = (await sentRequest(offices)) as never;
  await exchange();
  const stick = tempFolder();
  for (let index = 0; index < packages; index += 1) {
    await asks.ask('request.note', { request, text: `第 ${index} 记` });
    await asks.ask('courier.export', { folder: stick });
  }
  await does.ask('courier.import', { folder: stick });
  const notes = (desk: typeof asks) =>
    desk.open.store.db.get("SELECT count(*) AS n FROM entry WHERE kind = 'note'") as { readonly n: number };
  expect(notes(does)).toEqual(notes(asks));
});
