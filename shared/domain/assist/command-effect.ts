import { type Book, clock, endWork } from './book.ts';
import type { AssistEvent } from './event.ts';
import { type AssistFacts, readFacts } from './facts.ts';
import { type Command, commands, isCommand } from './life.ts';

/** A request holds at most this many items: beyond, a supplement adds none, in both offices alike. */
const mostItems = 500;

function supplement(book: Book, apply: AssistEvent, command: AssistEvent, said: AssistFacts['supplement']): void {
  const known = new Set(book.items.map((item) => item.id));
  const added = said.items.filter((item) => !known.has(item.id)).slice(0, Math.max(0, mostItems - book.items.length));
  book.items.push(...added.map((item) => ({ ...item, from: command.id, outcome: null, answeredBy: null })));
  if (book.phase !== 'returned' && book.phase !== 'refused') return;
  book.returned = null;
  book.refused = null;
  // After a refusal of what was never registered, the acceptance of the supplement is the registration.
  book.registeredOn ??= apply.on.slice(0, 10) as Book['registeredOn'];
  clock(book, apply, 'RESTART');
}

function answer(book: Book, said: AssistFacts['answer-extension']): void {
  book.extensions = book.extensions.map((one) => {
    if (one.id !== said.extension) return one;
    if (said.agree) book.agreed = said.date ?? one.asked;
    return { ...one, answer: said.agree ? 'agreed' : 'declined' };
  });
}

function object(book: Book, apply: AssistEvent, said: AssistFacts['object']): void {
  book.final = null;
  const again = new Set(said.items);
  book.items = book.items.map((item) => (again.has(item.id) ? { ...item, outcome: null, answeredBy: null } : item));
  clock(book, apply, 'RESTART');
}

/** Lets a command take effect that the executor applied with 'ok' and that fits. `apply` is the entry that says so. */
export function commandEffect(book: Book, apply: AssistEvent, command: AssistEvent): void {
  if (!isCommand(command.kind)) return;
  const said = readFacts(command.kind, command.facts);
  if (!said) return;
  if (command.kind === 'supplement') supplement(book, apply, command, said as AssistFacts['supplement']);
  if (command.kind === 'answer-extension') answer(book, said as AssistFacts['answer-extension']);
  if (command.kind === 'object') object(book, apply, said as AssistFacts['object']);
  if (command.kind === 'withdraw') endWork(book, apply);
  const rule: Command = commands[command.kind];
  book.phase = rule.to[book.phase] ?? book.phase;
}
