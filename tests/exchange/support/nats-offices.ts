import { expect } from 'vitest';
import { type Desk, openDesk, testClock } from '#tests/services/support/desk.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { them, us } from './carriers.ts';
import { linkOf, named, type TestMember } from './nats-exchange.ts';

/** Two whole offices that reach each other through servers and nothing else. Rounds are made by hand and never forced. */
export type NatsOffices = {
  readonly asks: Desk;
  readonly does: Desk;
  /** Lets the clock of both go on, in seconds. */
  readonly pass: (seconds: number) => void;
  /** Rounds with the clock going on, the waits of the protocol included, until both have signed for everything. */
  readonly settle: () => Promise<void>;
  /** What both must agree on of a request, as each holds it. */
  readonly digests: (request: string) => Promise<readonly string[]>;
};

const names = {
  [us]: { name: '青浦区劳动人事争议仲裁院', region: '310118' },
  [them]: { name: '吴江区劳动人事争议仲裁院', region: '320509' },
};

async function reachBy(desk: Desk, partner: Desk, servers: readonly string[], { seed }: TestMember): Promise<void> {
  const { bytes } = await partner.ask('partner.ownCard', {});
  await desk.ask('partner.add', { bytes, confirmed: true });
  desk.as('head');
  await desk.ask('server.set', { addresses: [...servers], credentials: seed });
  desk.as('clerk');
  await desk.ask('partner.setServer', { office: partner.open.office, on: true });
}

/** Long enough for anything that is not lost, in milliseconds. */
const patienceMs = 45_000;

/**
 * Sets two offices up on servers where `members` are known. Their inboxes are made with the short waits of tests before
 * they come there themselves.
 */
export async function natsOffices(
  servers: readonly string[],
  members: readonly TestMember[],
  limits: Parameters<typeof linkOf>[2] = {},
): Promise<NatsOffices> {
  for (const office of [us, them]) {
    const link = linkOf(servers, named(members, office), limits);
    unwrap(await link.transport.receive(office, new Set()));
    await link.close();
  }
  const start = testClock('2026-03-12T09:30').now();
  let passed = 0;
  const clock = { now: () => start + passed, set: () => undefined };
  const open = (office: typeof us): Promise<Desk> => openDesk({ office, ...names[office], clock } as never);
  const [asks, does] = [await open(us), await open(them)];
  await reachBy(asks, does, servers, named(members, us));
  await reachBy(does, asks, servers, named(members, them));
  const pass = (seconds: number): void => {
    passed += seconds * 1_000;
  };
  const settled = async (): Promise<boolean> => {
    const [one, other] = [await asks.ask('sync.status', {}), await does.ask('sync.status', {})];
    const whole = [one, other].every(({ local, sent, partners }) => {
      return local === 0 && sent === 0 && partners.every(({ filesMissing }) => filesMissing === 0);
    });
    return whole && one.partners[0]?.weHold === other.partners[0]?.ours;
  };
  return {
    ...{ asks, does, pass },
    settle: async () => {
      const until = performance.now() + patienceMs;
      while (performance.now() < until) {
        await asks.loop.round(false);
        await does.loop.round(false);
        if (await settled()) return;
        pass(5);
      }
      expect.fail(`not settled: ${JSON.stringify(await asks.ask('sync.status', {}))}`);
    },
    digests: (request) =>
      Promise.all(
        [asks, does].map(async (desk) => (await desk.ask('request.get', { request: request as never })).digest),
      ),
  };
}

/** Both offices hold the same of every request, and everything of it verifies and rebuilds. */
export async function expectAgreed(offices: NatsOffices, requests: readonly string[]): Promise<void> {
  for (const request of requests) {
    const [one, other] = await offices.digests(request);
    expect(one).toBe(other);
  }
  for (const desk of [offices.asks, offices.does]) {
    expect((await desk.ask('store.verify', {})).problems).toEqual([]);
    expect((await desk.ask('store.rebuild', {})).same).toBe(true);
    expect(desk.logged.filter((line) => line.startsWith('exchange.'))).toEqual([]);
  }
}
