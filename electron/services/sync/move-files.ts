import type { OfficeId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { hasMoved, turnAllowance } from './allowance.ts';
import { fetchFiles } from './fetch-files.ts';
import { giveFiles } from './give-files.ts';
import type { Exchange } from './run-step.ts';
import { type OtherWays, saidTo, type WayMemory } from './way-memory.ts';
import type { Way } from './ways.ts';

/**
 * Moves parts of files over one way, from us and to us, as much as one turn may: a large file takes many turns, and what is
 * small goes between them. Answers whether anything moved; that more is left stands in the memory of the way. What kept files
 * from coming is a failure once nothing else is left to move.
 */
export async function moveFiles(
  exchange: Exchange,
  { transport }: Way,
  memory: WayMemory,
  office: OfficeId,
  others: OtherWays,
): Promise<Result<boolean, Failure>> {
  const said = saidTo(memory, office);
  said.more = false;
  const elsewhere = (hash: string): boolean => others.lies(office, hash);
  const [going, coming] = [turnAllowance(exchange), turnAllowance(exchange)];
  const given = await giveFiles(exchange, { transport, said, elsewhere }, office, going);
  const fetched = await fetchFiles(exchange, transport, office, coming);
  if (fetched.ok && fetched.value.chunks.length > 0) others.gained(office, fetched.value.chunks);
  // A line that broke after it carried something is tried again at once.
  said.more = hasMoved(going) || hasMoved(coming);
  if (!given.ok) return given;
  if (!fetched.ok) return fetched;
  said.more = given.value.more || fetched.value.more;
  const moved = given.value.chunks + fetched.value.chunks.length > 0;
  const problem = fetched.value.full ?? fetched.value.unread[0];
  return problem && !moved ? err(problem) : ok(moved);
}
