import type { Transport } from '#electron/exchange/transport.ts';
import type { Work } from '#electron/store/work.ts';
import { err, type Result } from '#shared/base/result.ts';

/**
 * A carrier that says after everything it was handed how much of `total` that is. Once the work is called off it takes
 * nothing more: what it has by then is whole, and the same things handed over later complete it.
 */
export function followedTransport(transport: Transport, total: number, work: Work): Transport {
  let done = 0;
  work.step(0, total);
  const counted =
    <A extends readonly unknown[], T, E>(hand: (...what: A) => Promise<Result<T, E>>) =>
    async (...what: A): Promise<Result<T, E | 'error'>> => {
      if (work.cancelled()) return err('error');
      const handed = await hand(...what);
      done += 1;
      work.step(done, total);
      return handed;
    };
  return { ...transport, put: counted(transport.put), putChunk: counted(transport.putChunk) };
}
