import type { Book } from './book.ts';
import { differ } from './book.ts';
import type { AssistEvent } from './event.ts';
import { readFacts } from './facts.ts';

/**
 * Begins a book with the requester's first entry. `read` is missing when the first entry cannot be understood: the request
 * is then known to be sent and nothing more.
 */
export function openBook(book: Book, read: AssistEvent | undefined, first: AssistEvent | undefined): void {
  if (!read) {
    if (first?.kind === 'request') book.phase = 'sent';
    return;
  }
  const said = read.kind === 'request' ? readFacts('request', read.facts) : undefined;
  if (!said) {
    differ(book, read, 'malformed');
    return;
  }
  book.phase = 'sent';
  book.opening = {
    id: read.id,
    on: read.on,
    requester: read.office,
    executor: said.to,
    kind: said.kind,
    urgency: said.urgency,
    number: said.number,
    intake: said.intake,
    card: said.card,
  };
  const items = new Map(said.items.map((item) => [item.id, item]));
  book.items = [...items.values()].map((item) => ({
    id: item.id,
    kind: item.kind,
    from: read.id,
    outcome: null,
    answeredBy: null,
  }));
  book.papers = said.papers;
  book.agreed = said.agreed;
}
