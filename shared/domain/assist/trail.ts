import { type Book, differ, opposite } from './book.ts';
import type { AssistEvent } from './event.ts';
import { readFacts } from './facts.ts';
import type { Original } from './state.ts';

function cover(book: Book, event: AssistEvent, other: readonly AssistEvent[]): void {
  if (!event.seen) return;
  const known = other[event.seen.seq - 1];
  if (known && known.id !== event.seen.id) {
    differ(book, event, 'wrong-head');
    return;
  }
  const side = opposite(event.side);
  book.covered[side] = Math.max(book.covered[side], event.seen.seq);
}

function open(book: Book, event: AssistEvent): void {
  const upTo = readFacts('opened', event.facts)?.upTo.seq;
  const side = opposite(event.side);
  if (upTo === undefined || upTo <= (book.opened[side]?.upTo ?? 0)) return;
  book.opened[side] = { upTo, on: event.on };
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
  if (!said || (held && said.number !== held.number + 1)) {
    differ(book, event, 'malformed');
    return;
  }
  book.pens[event.side] = { device: said.to, number: said.number };
}

/**
 * Reads from both chains what changes no state: who has seen how much, what a person has opened, where the papers are,
 * which device holds the pen. Requester first, so that the result does not depend on the order of arrival.
 */
export function trail(book: Book, r: readonly AssistEvent[], e: readonly AssistEvent[]): void {
  for (const [events, other] of [
    [r, e],
    [e, r],
  ] as const) {
    for (const event of events) {
      book.pens[event.side] ??= { device: event.device, number: event.pen };
      cover(book, event, other);
      if (event.kind === 'opened') open(book, event);
      if (event.kind === 'originals') movePapers(book, event);
      if (event.kind === 'pen') handOn(book, event);
    }
  }
}
