import type { ChainId, EntryId, OfficeId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { WriteDb } from '../db.ts';
import { chainEntries, chainHead, entryAt, entryNumber } from './entries.ts';
import { holdEntry } from './held-entries.ts';
import { detachFromStreams } from './past-streams.ts';

/**
 * Takes the entries of a chain from a number on out of it and keeps them beside it as orphans, because the partner holds
 * others in their place. Answers their ids. What was projected of them has to be projected anew by the caller.
 */
export function displaceFrom(
  tx: WriteDb,
  chain: ChainId,
  seq: number,
  from: { readonly office: OfficeId; readonly date: LocalDate },
): readonly EntryId[] {
  const gone = chainEntries(tx, chain, seq);
  for (const { id, header, signature, body, parsed } of gone) {
    const n = entryNumber(tx, id);
    if (n === undefined) throw new Error('an entry of a chain has a number');
    detachFromStreams(tx, id);
    for (const sql of [
      'DELETE FROM body WHERE entry = ?',
      'DELETE FROM entry_file WHERE entry = ?',
      'DELETE FROM stored_opening WHERE entry = ?',
      'DELETE FROM about WHERE n = ?',
      'DELETE FROM arrival WHERE n = ?',
      'DELETE FROM entry WHERE n = ?',
    ])
      tx.run(sql, n);
    holdEntry(tx, {
      id,
      chain,
      seq: parsed.seq,
      header,
      signature,
      body,
      state: 'orphan',
      reason: 'displaced',
      ...from,
    });
  }
  const head = entryAt(tx, chain, seq - 1);
  if (head) tx.run('UPDATE chain SET head_seq = ?, head_id = ? WHERE name = ?', head.parsed.seq, head.id, chain);
  else if (chainHead(tx, chain)) tx.run('DELETE FROM chain WHERE name = ?', chain);
  return gone.map(({ id }) => id);
}
