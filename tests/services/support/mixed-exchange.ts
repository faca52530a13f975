import { existsSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { expect } from 'vitest';
import type { NatsServer } from '#tests/exchange/support/nats-server.ts';
import { type SeededRandom, seededRandom } from '#tests/simulation/seeded-random.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import {
  digestOf,
  type ExchangeOffice,
  exchangeOffice,
  introduce,
  meet,
  type Request,
  requestsOf,
  sendLetter,
} from './exchange-office.ts';
import { readWhole, takeIn } from './large-file.ts';
import { type MailFolder, mailFolder } from './mail-folder.ts';
import { officeServer } from './office-server.ts';
import { day } from './two-offices.ts';

type World = {
  readonly random: SeededRandom;
  readonly offices: readonly [ExchangeOffice, ExchangeOffice];
  readonly mail: MailFolder;
  readonly sticks: readonly [string, string];
  readonly requests: Request[];
  readonly files: string[];
  readonly server: NatsServer | undefined;
  serverRuns: boolean;
  readonly folder: boolean;
};

/** Which ways there are beside the sticks, which are always used. */
export type Ways = { readonly folder: boolean; readonly server: boolean };

const on = day('2026-03-12');
const handlers = [{ name: '张某某' }, { name: '李某某' }];

async function act({ random, offices, requests }: World): Promise<void> {
  const office = random.pick([...offices]);
  const request = requests[random.below(requests.length)];
  if (!request) return;
  const acts: readonly [() => Promise<boolean>, ...(() => Promise<boolean>)[]] = [
    () => office.attempt('request.note', { request, text: `记 ${random.hex(8)}` }),
    () => office.attempt('request.register', { request, on }),
    () => office.attempt('request.accept', { request, on, promised: day('2026-04-01'), handlers }),
    () => office.attempt('request.return', { request, on, ground: 'UNCLEAR_ITEMS', defects: ['事项不明'] }),
    () => office.attempt('request.extend', { request, on, until: day('2026-04-20'), reason: '外出' }),
    () => office.attempt('request.urge', { request, on, text: '' }),
    () => office.attempt('request.opened', { request }),
    () => office.attempt('request.withdraw', { request, on, reason: '和解' }),
  ];
  // Withdrawing often would end every request at once.
  const chosen = random.pick(acts);
  if (chosen !== acts[7] || random.chance(0.2)) await chosen();
}

async function write({ random, offices, requests, files }: World): Promise<void> {
  if (requests.length >= 6) return;
  const [one, other] = random.chance(0.5) ? offices : [offices[1], offices[0]];
  const file = await takeIn(one, '附件.bin', 1 + random.below(200_000), random.below(1_000));
  files.push(file.manifest);
  requests.push(await sendLetter(one, other, [file]));
}

/** Somebody tidies the folder, or a part of it is lost. */
function lose({ random, offices, mail }: World): void {
  if (!existsSync(mail.path)) return;
  const inbox = mail.inbox(random.pick([...offices]).id).map(({ path }) => path);
  const lying = random.chance(0.7) ? inbox : mail.chunks();
  const path = lying[random.below(lying.length)];
  if (path === undefined) return;
  if (random.chance(0.7)) rmSync(path);
  else truncateSync(path, random.below(60));
}

function moveFolder({ mail }: World): void {
  if (existsSync(mail.path)) renameSync(mail.path, `${mail.path}-away`);
  else renameSync(`${mail.path}-away`, mail.path);
}

/** The server is killed, comes back, or comes back with nothing of what it stored. */
async function disturb(world: World, server: NatsServer): Promise<void> {
  if (world.serverRuns) await server.kill();
  else {
    if (world.random.chance(0.5)) server.wipe();
    await server.start();
  }
  world.serverRuns = !world.serverRuns;
}

async function happen(world: World): Promise<void> {
  const { random, offices, sticks, server } = world;
  if (server && random.chance(0.05)) return disturb(world, server);
  const office = random.pick([...offices]);
  const dice = random.below(100);
  if (dice < 30) await act(world);
  else if (dice < 35) await write(world);
  else if (dice < 65) await office.round();
  else if (dice < 78) lose(world);
  else if (dice < 85) await office.attempt('courier.export', { folder: random.pick([...sticks]) });
  else if (dice < 92) await office.attempt('courier.import', { folder: random.pick([...sticks]) });
  else if (dice < 96 && world.folder) moveFolder(world);
  else {
    await office.restart();
    await office.sit('clerk');
  }
}

/** The folder is back, and what was given to it last lies there torn; the server is away, perhaps for good. */
async function spoilAll(world: World): Promise<void> {
  const { mail, offices } = world;
  if (!existsSync(mail.path)) moveFolder(world);
  if (world.server && world.serverRuns) await disturb(world, world.server);
  const [request] = world.requests;
  for (const office of offices) {
    if (request) await office.attempt('request.note', { request, text: '最后一记' });
    await write(world);
    await office.round();
  }
  const inboxes = offices.flatMap(({ id }) => mail.inbox(id).map(({ path }) => path));
  for (const path of [...inboxes, ...mail.chunks()]) truncateSync(path, 50);
}

/** Rounds of three that an exchange may take until everything is there and signed for. */
const mostRounds = 200;

async function waits(offices: World['offices']): Promise<boolean> {
  const statuses = await Promise.all(offices.map((office) => office.ask('sync.status', {})));
  return statuses.some(
    ({ local, sent, partners }) => local + sent > 0 || partners.some(({ filesMissing }) => filesMissing > 0),
  );
}

async function heal(world: World): Promise<void> {
  const { offices, server } = world;
  if (server && !world.serverRuns) await disturb(world, server);
  await meet(...offices);
  // Whose inbox was gone is passed over for seconds: rounds go on until nothing waits any more.
  for (let more = 0; more < mostRounds && (await waits(offices)); more += 1) await meet(...offices);
}

async function expectAgreed({ offices, requests, files }: World): Promise<void> {
  const [one, other] = offices;
  expect(await requestsOf(one)).toEqual(requests.toSorted());
  expect(await requestsOf(other)).toEqual(requests.toSorted());
  for (const request of requests) expect(await digestOf(one, request)).toBe(await digestOf(other, request));
  for (const file of files) expect(await readWhole(one, file)).toBe(await readWhole(other, file));
  const [first, second] = [await one.ask('sync.status', {}), await other.ask('sync.status', {})];
  expect(first.partners[0]?.weHold).toBe(second.partners[0]?.ours);
  expect(second.partners[0]?.weHold).toBe(first.partners[0]?.ours);
  for (const office of offices) {
    const status = await office.ask('sync.status', {});
    expect(status).toMatchObject({ local: 0, sent: 0 });
    expect(status.partners).toMatchObject([{ problem: null, filesMissing: 0 }]);
    expect((await office.ask('store.verify', {})).problems).toEqual([]);
    expect((await office.ask('store.rebuild', {})).same).toBe(true);
    expect(office.warnings).toEqual([]);
  }
}

/** Sets the two offices up with their ways; sticks are always there. */
async function begin(seed: number, ways: Ways): Promise<World> {
  const mail = mailFolder();
  const asks = await exchangeOffice('qingpu-arb');
  const does = await exchangeOffice('wujiang-arb', '320509');
  await introduce(asks, does, ways.folder ? mail.path : '');
  await introduce(does, asks, ways.folder ? mail.path : '');
  const server = ways.server ? await officeServer(asks, does) : undefined;
  const sticks = [tempFolder(), tempFolder()] as const;
  return {
    ...{ random: seededRandom(seed), offices: [asks, does], mail, sticks, requests: [], files: [] },
    ...{ server, serverRuns: true, folder: ways.folder },
  };
}

/** Lets `steps` things happen by chance, spoils what lies anywhere, mends the ways, and holds both offices to each other. */
export async function liveAndAgree(seed: number, ways: Ways, steps: number): Promise<void> {
  const world = await begin(seed, ways);
  await write(world);
  for (let step = 0; step < steps; step += 1) await happen(world);
  await spoilAll(world);
  await heal(world);
  await expectAgreed(world);
}
