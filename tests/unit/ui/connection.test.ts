import { describe, expect, it } from 'vitest';
import { type Connection, keepLooking, lookAfter, makeConnection } from '#renderer/app/api/connection.ts';
import type { Reply } from '#shared/contract/failure.ts';

const fine: Reply<null> = { ok: true, value: null };
const failed = (code: string): Reply<never> => ({ ok: false, failure: { kind: 'refused', code } });

function watched(): { readonly connection: Connection; readonly seen: string[] } {
  const connection = makeConnection();
  const seen: string[] = [];
  connection.subscribe(() => seen.push(connection.state()));
  return { connection, seen };
}

describe('the way to the backend', () => {
  it('is lost when no answer comes, signed out when a new backend does not know the window, and up with any other reply', () => {
    const { connection, seen } = watched();
    connection.heard(fine);
    connection.heard(failed('bridge.broken'));
    connection.heard(failed('bridge.broken'));
    connection.heard(failed('bridge.signed-out'));
    connection.heard(failed('not-found'));
    expect(seen).toEqual(['lost', 'signed-out', 'up']);
  });

  it('tells nobody who no longer listens', () => {
    const connection = makeConnection();
    let told = 0;
    const stop = connection.subscribe(() => {
      told += 1;
    });
    connection.heard(failed('bridge.broken'));
    stop();
    connection.heard(fine);
    expect(told).toBe(1);
  });

  it('is looked after for ever, sooner while it is away', async () => {
    const { connection, seen } = watched();
    const replies = [fine, failed('bridge.broken'), failed('bridge.broken'), fine];
    const waits: number[] = [];
    await new Promise<void>((done) => {
      keepLooking(
        connection,
        () => {
          connection.heard(replies.shift() ?? fine);
          return Promise.resolve();
        },
        {
          after: (ms, run) => {
            waits.push(ms);
            if (waits.length > 4) done();
            else run();
          },
        },
      );
    });
    expect(waits).toEqual([lookAfter.up, lookAfter.up, lookAfter.away, lookAfter.away, lookAfter.up]);
    expect(seen).toEqual(['lost', 'up']);
  });
});
