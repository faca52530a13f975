import type { Check } from './check-line.ts';
import { measureGrowth } from './exchange-growth.ts';
import { measureLatency } from './exchange-latency.ts';
import { measureThroughput } from './exchange-throughput.ts';
import { withoutSlowPeers } from './sizes.ts';

const few = 1_000;

/** 131 616 assisted authentications of the Yangtze delta in 2019; a tenth of them with `--quick`. */
const many = (): number => (withoutSlowPeers() ? 13_000 : 131_616);

/**
 * `bench exchange`: two offices in two processes with the product's services: how many requests a second, how soon one is
 * there, and how a request's cost grows with what is stored.
 */
export async function benchExchange(cache: string): Promise<readonly Check[]> {
  await measureThroughput();
  return [...(await measureLatency()), ...(await measureGrowth(cache, few, many()))];
}
