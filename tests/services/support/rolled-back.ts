import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { tempFolder } from '#tests/support/temp-folder.ts';
import {
  digestOf,
  type ExchangeOffice,
  exchangeOffice,
  introduce,
  type Request,
  sendLetter,
} from './exchange-office.ts';
import { day } from './two-offices.ts';

/** Two offices with a folder between them and a request that the second one accepted. */
export async function requestAccepted(): Promise<{
  readonly asks: ExchangeOffice;
  readonly does: ExchangeOffice;
  readonly request: Request;
}> {
  const [asks, does] = [await exchangeOffice('qingpu-arb'), await exchangeOffice('wujiang-arb', '320509')];
  const shared = tempFolder();
  await introduce(asks, does, shared);
  await introduce(does, asks, shared);
  const request = await sendLetter(asks, does);
  await settle(asks, does);
  const on = day('2026-03-12');
  await does.ask('request.register', { request, on });
  const handlers = [{ name: '张某某' }, { name: '李某某' }];
  await does.ask('request.accept', { request, on, promised: day('2026-04-01'), handlers });
  await settle(asks, does);
  return { asks, does, request };
}

/** Rounds until everything that was asked back has come, and what followed from it. */
export async function settle(...offices: readonly ExchangeOffice[]): Promise<void> {
  for (let round = 0; round < 6; round += 1) for (const office of offices) await office.round();
}

/** An image of an office's whole folder, as a disk or a virtual machine is copied while nothing runs. */
export async function imageOf(office: ExchangeOffice): Promise<string> {
  await office.close();
  const image = join(tempFolder(), 'image');
  cpSync(office.folder, image, { recursive: true });
  await office.restart();
  return image;
}

/** Puts an image in place of everything, also of what counts the openings beside the data: nothing here can show it. */
export async function putBack(office: ExchangeOffice, image: string): Promise<void> {
  await office.close();
  rmSync(office.folder, { recursive: true });
  cpSync(image, office.folder, { recursive: true });
  await office.restart();
}

/** Both have the same request, every entry of it verifies, and a rebuild changes nothing. */
export async function expectAgreed(request: Request, ...offices: readonly ExchangeOffice[]): Promise<void> {
  const digests = await Promise.all(offices.map((office) => digestOf(office, request)));
  expect(new Set(digests).size).toBe(1);
  for (const { ask } of offices) {
    expect((await ask('request.get', { request })).state.differences).toEqual([]);
    expect((await ask('store.verify', {})).problems).toEqual([]);
    expect(await ask('store.rebuild', {})).toMatchObject({ same: true });
  }
}
