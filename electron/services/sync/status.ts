import { allPartners } from '#electron/store/tables/partners.ts';
import { listQuarantine } from '#electron/store/tables/quarantine.ts';
import { ok } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Handler } from '../context.ts';
import { needsTakeover } from '../recovery/recovery-state.ts';
import { moment, partnerStatus } from './partner-status.ts';
import { reachOf, type WayHealth, waysTo } from './way-health.ts';
import type { ServerHealth } from './ways.ts';

type WayView = CallOutput<'sync.status'>['ways'][number];

function serverView(health: ServerHealth): WayView['server'] {
  const { server, tooOld, durability, rttMs, pending, replicas, storedBytes, mostBytes, problems } = health;
  return {
    version: server?.version ?? null,
    ...{ tooOld, durability, rttMs, pending, replicas, storedBytes, mostBytes, problems: [...problems] },
  };
}

function wayView(way: WayHealth, nameOf: ReadonlyMap<string, string>): WayView {
  const { kind, place, reached, seenAt, problem, server } = way;
  return {
    ...{ kind, place, partners: way.offices.map((office) => nameOf.get(office) ?? office) },
    state: reached === undefined ? 'untried' : reached ? 'reached' : 'away',
    lastSeen: seenAt === undefined ? null : moment(seenAt),
    problem: problem ?? null,
    server: server === undefined ? null : serverView(server),
  };
}

/** The whole exchange: what is only here, given to a carrier, signed for; how the ways do; and what was set aside. */
export const syncStatus: Handler<'sync.status'> = async ({ open, session }) => {
  const { db } = open.store;
  const rows = allPartners(db);
  const partners = rows.map((partner) => partnerStatus(open, partner));
  const quarantine = listQuarantine(db).map(({ id, at, code, source, size, kept, settled }) => ({
    ...{ id, at: moment(at), code, from: source, size, kept, settled },
  }));
  const sum = (pick: (partner: (typeof partners)[number]) => number): number =>
    partners.reduce((total, partner) => total + pick(partner), 0);
  // The data may be locked while a folder keeps us waiting: everything in it has been read by now.
  const ways = await session.exchangeWays();
  const nameOf = new Map(rows.map(({ office, name }) => [`${office}`, name]));
  return ok({
    local: sum((partner) => partner.local),
    sent: sum((partner) => partner.sent),
    receipted: sum((partner) => partner.theyHold),
    partners: rows.flatMap(({ office }, at) => {
      const status = partners[at];
      const own = waysTo(office, ways).map(({ kind, reached }) => ({ kind, reached: reached === true }));
      return status ? [{ ...status, reachable: reachOf(office, ways), ways: own }] : [];
    }),
    ways: ways.map((way) => wayView(way, nameOf)),
    quarantine,
    requestsReadOnly: needsTakeover(db),
  });
};
