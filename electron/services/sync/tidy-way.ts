import type { Exchange } from './run-step.ts';
import { newestReceipt } from './speak.ts';
import { tidyFolder } from './tidy-folder.ts';
import type { WayMemory } from './way-memory.ts';
import type { Way } from './ways.ts';

/** Pause before a place is looked through again for files that killed writers left unfinished, in milliseconds. */
const clearEveryMs = 6 * 3_600_000;

/** Takes away what need not lie there any longer, whenever a partner has signed for more, and now and then. */
export async function tidyWay(exchange: Exchange, { transport, offices }: Way, memory: WayMemory): Promise<void> {
  const now = exchange.clock.now();
  const receipts = offices.map((office) => newestReceipt(exchange, office)).join(' ');
  if (memory.tidied !== receipts && (await tidyFolder(exchange, transport, offices))) memory.tidied = receipts;
  if (memory.clearedAt !== undefined && Math.abs(now - memory.clearedAt) < clearEveryMs) return;
  const cleared = await transport.clearUnfinished(now);
  if (cleared.ok) memory.clearedAt = now;
}
