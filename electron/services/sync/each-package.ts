import type { Arrival, Cursor, Transport } from '#electron/exchange/transport.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { carrierFailure } from './send.ts';

/** Looks at most: a carrier that always says there is more must end too. */
const mostLooks = 10_000;

/** Visits every package lying for an office, however many looks that takes; ends with the first failure. */
export async function eachPackage(
  transport: Transport,
  office: OfficeId,
  visit: (item: Arrival) => Result<void, Failure> | Promise<Result<void, Failure>>,
): Promise<Result<void, Failure>> {
  let cursor: Cursor = new Set();
  for (let look = 0; look < mostLooks; look += 1) {
    const received = await transport.receive(office, cursor);
    if (!received.ok) return { ok: false, error: carrierFailure(received.error) };
    for (const item of received.value.items) {
      const visited = await visit(item);
      if (!visited.ok) return visited;
    }
    if (!received.value.more) break;
    cursor = received.value.cursor;
  }
  return ok(undefined);
}
