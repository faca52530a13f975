import { folderInReach } from '#electron/exchange/folder.ts';
import type { ReadDb } from '#electron/store/db.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import type { WayState } from './lanes.ts';
import { lastSeen } from './seen.ts';
import type { OpenServer, ServerHealth, WayKind } from './ways.ts';

/** How a way does now. Times in milliseconds since 1970. */
export type WayHealth = {
  readonly kind: WayKind;
  readonly place: string;
  readonly offices: readonly OfficeId[];
  /** Whether it can be used now; undefined while nobody tried. */
  readonly reached: boolean | undefined;
  readonly seenAt: number | undefined;
  /** Failure code: why it cannot be used, or what it refused last. */
  readonly problem: string | undefined;
  readonly server: ServerHealth | undefined;
};

/** How a partner is reached now. */
export type Reach = 'yes' | 'no' | 'courier';

type Standing = Pick<WayHealth, 'reached' | 'problem'>;

function standingOf({ memory }: WayState, server: ServerHealth | undefined): Standing {
  // A turn that failed is newer than any look that did not.
  if (memory.fault !== undefined) return { reached: false, problem: memory.fault };
  if (server?.state === 'connected') return { reached: true, problem: memory.refused };
  if (!server) return { reached: memory.reached, problem: memory.refused };
  return { reached: false, problem: server.state === 'refused' ? 'carrier.refused' : 'carrier.unreachable' };
}

/** Looks at one way in bounded time. */
export async function healthOf(db: ReadDb, state: WayState, server: OpenServer | undefined): Promise<WayHealth> {
  const { way, memory } = state;
  const { kind, place, offices } = way;
  const known = { kind, place, offices, seenAt: memory.seenAt ?? lastSeen(db, way) };
  if (kind === 'server') {
    const health = await server?.health();
    const seenAt = health?.lastContact ?? known.seenAt;
    return { ...known, ...standingOf(state, health), seenAt, server: health };
  }
  const there = await folderInReach(place);
  const problem = there.ok ? memory.refused : `carrier.${there.error}`;
  return { ...known, reached: there.ok, problem, server: undefined };
}

/** The ways that lead to one partner. */
export function waysTo(office: OfficeId, ways: readonly WayHealth[]): readonly WayHealth[] {
  return ways.filter((way) => way.offices.includes(office));
}

/** How a partner is reached by all its ways together. */
export function reachOf(office: OfficeId, ways: readonly WayHealth[]): Reach {
  const own = waysTo(office, ways);
  if (own.length === 0) return 'courier';
  return own.some(({ reached }) => reached === true) ? 'yes' : 'no';
}
