import type { RequestState } from '#shared/domain/assist/state.ts';
import type { RequestSlice } from '#shared/protocol/slice.ts';

/**
 * Rule 4 once more, written naively and apart from the product's fold: a request that shows as closed must have no entry of
 * the executor behind the head it closes, but corrections, notes, 'opened', and what was written knowing of the close.
 */
export function closedWrongly(slice: RequestSlice, state: RequestState): readonly string[] {
  const close = slice.r.entries.find((entry) => entry.id === state.closed?.by);
  if ((state.phase === 'closed') !== (close !== undefined)) return ['closed without a close'];
  if (!close) return [];
  const head = close.parsed.facts['head'] as { readonly seq: number };
  const news = slice.e.entries
    .filter((entry) => entry.parsed.seq > head.seq)
    .filter((entry) => !['correct', 'note', 'opened'].includes(entry.parsed.kind))
    .filter((entry) => (entry.parsed.seen?.seq ?? 0) < close.parsed.seq);
  return news.length > 0 ? [`closed over news of the executor: ${news[0]?.parsed.kind}`] : [];
}

const moves = new Set([
  'sent registered',
  'sent refused',
  'sent withdrawn',
  'registered accepted',
  'registered returned',
  'registered refused',
  'registered withdrawn',
  'returned registered',
  'returned withdrawn',
  'accepted answered',
  'accepted withdrawn',
  'answered accepted',
  'refused registered',
]);

/** The life of a request once more, written naively: no entry of the order leads from a state to one the table does not name. */
export function movedWrongly(state: RequestState): readonly string[] {
  let before = 'sent';
  const faults: string[] = [];
  for (const line of state.order) {
    const move = `${before} ${line.phaseAfter}`;
    if (line.phaseAfter !== before && !moves.has(move))
      faults.push(`the order leads from ${move.replace(' ', ' to ')}`);
    before = line.phaseAfter;
  }
  return faults;
}
