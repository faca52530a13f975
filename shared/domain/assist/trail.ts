import { type Book, differ, opposite } from './book.ts';
import type { AssistEvent, EventHead } from './event.ts';
import { readFacts } from './facts.ts';
import type { Original } from './state.ts';

/** Whether a head is an entry of the other side: who names one that is not has not received it, whatever it says. */
function isHeadOf(head: EventHead, other: readonly AssistEvent[]): boolean {
  return other[head.seq - 1]?.id === head.id;
}

function cover(book: Book, event: AssistEvent, other: readonly AssistEvent[]): void {
  if (!event.seen) return;
  if (!isHeadOf(event.seen, other)) {
    differ(book, event, 'wrong-head');
    return;
  }
  const side = opposite(event.side);
  book.covered[side] = Math.max(book.covered[side], event.seen.seq);
}

function open(book: Book, event: AssistEvent, other: readonly AssistEvent[]): void {
  const upTo = readFacts('opened', event.facts)?.upTo;
  const side = opposite(event.side);
  if (upTo === undefined || upTo.seq <= (book.opened[side]?.upTo ?? 0)) return;
  if (isHeadOf(upTo, other)) book.opened[side] = { upTo: upTo.seq, on: event.on };
  else differ(book, event, 'wrong-head');
}

function movePapers(book: Book, event: AssistEvent): void {
  const said = readFacts('originals', event.facts);
  if (!said) return;
  const move = { by: event.id, side: event.side, on: event.on, carrierNo: said.carrierNo };
  for (const id of said.ids) {
    const known: Original = book.originals.get(id) ?? { id, out: null, back: null };
    // The first word counts: a repeated entry must not move a date.
    const next = said.move === 'out' ? { ...known, out: known.out ?? move } : { ...known, back: known.back ?? move };
    book.originals.set(id, next);
  }
}

function handOn(book: Book, event: AssistEvent): void {
  const said = readFacts('pen', event.facts);
  const held = book.pens[event.side];
  // Who takes over a chain in which nothing stands yet bears the second number with its first entry.
  const before = said?.proof !== undefined && event.seq === 1 ? 1 : held?.number;
  if (!said || (before !== undefined && said.number !== before + 1)) {
    differ(book, event, 'malformed');
    return;
  }
  book.pens[event.side] = { device: said.to, number: said.number };
}

/** One side's chain as far as it can be read, and to its end. */
export type Trail = { readonly read: readonly AssistEvent[]; readonly all: readonly AssistEvent[] };

/**
 * Reads from both chains what changes no state: who has seen how much, what a person has opened, where the papers are,
 * which device holds the pen. Requester first, so that the result does not depend on the order of arrival.
 */
export function trail(book: Book, r: Trail, e: Trail): void {
  for (const [events, other] of [
    [r.read, e.all],
    [e.read, r.all],
  ] as const) {
    for (const event of events) {
      book.pens[event.side] ??= { device: event.device, number: event.pen };
      cover(book, event, other);
      if (event.kind === 'opened') open(book, event, other);
      if (event.kind === 'originals') movePapers(book, event);
      if (event.kind === 'pen') handOn(book, event);
    }
  }
}
