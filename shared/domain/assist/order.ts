import { type Book, clock, dateOf, differ, endWork } from './book.ts';
import type { AssistEvent } from './event.ts';
import { type AssistFacts, type AssistKind, readFacts } from './facts.ts';
import { executorActs, isExecutorKind } from './life.ts';

type Effects = {
  readonly [K in AssistKind]?: (book: Book, event: AssistEvent, said: AssistFacts[K]) => void;
};

function conclude(book: Book, event: AssistEvent, said: AssistFacts['result']): void {
  book.results.push({ id: event.id, on: event.on, final: said.final, items: said.items });
  const told = new Map(said.items.map((item) => [item.id, item.outcome]));
  book.items = book.items.map((item) => {
    const outcome = told.get(item.id);
    return outcome === undefined ? item : { ...item, outcome, answeredBy: event.id };
  });
  if (!said.final) return;
  book.final = event.id;
  endWork(book, event);
  if (book.items.some((item) => item.outcome === null)) book.review.push({ code: 'unanswered-items', by: event.id });
}

function extend(book: Book, event: AssistEvent, said: AssistFacts['extend']): void {
  book.promised = said.until;
  const before = book.extensions.map((one) =>
    one.answer === 'open' ? { ...one, answer: 'superseded' as const } : one,
  );
  const notice = { id: event.id, on: event.on, until: said.until, asked: said.asked, answer: 'open' as const };
  book.extensions = [...before, notice];
}

const effects: Effects = {
  register: (book, event, said) => {
    book.storedOn = said.stored;
    book.registeredOn = dateOf(event);
    book.registerNo = said.number;
    clock(book, event, 'START');
  },
  return: (book, event, said) => {
    const defects = [...new Set(said.defects)].map((id) => ({ id, answered: false }));
    book.returned = { by: event.id, ground: said.ground, defects };
    endWork(book, event);
  },
  accept: (book, event, said) => {
    book.handlers = said.handlers;
    book.handlersBy = event.id;
    book.promised = said.promised;
  },
  refuse: (book, event, said) => {
    book.refused = { by: event.id, ground: said.ground, on: event.on };
    endWork(book, event);
  },
  assign: (book, event, said) => {
    book.handlers = said.handlers;
    book.handlersBy = event.id;
  },
  extend,
  suspend: (book, event) => {
    book.suspended = true;
    clock(book, event, 'SUSPEND');
  },
  resume: (book, event) => {
    book.suspended = false;
    clock(book, event, 'RESUME');
  },
  result: conclude,
  correct: (book, event) => {
    book.review.push({ code: 'corrected', by: event.id });
  },
};

function act<K extends AssistKind>(book: Book, event: AssistEvent, kind: K): boolean {
  const said = readFacts(kind, event.facts);
  if (!said) return false;
  effects[kind]?.(book, event, said);
  return true;
}

/**
 * Lets an executor's entry that fits take effect: fields, limit, and the state its row of the life table leads to.
 * False, with a difference noted, when its facts do not have the form of its kind.
 */
export function executeAct(book: Book, event: AssistEvent): boolean {
  if (!isExecutorKind(event.kind) || !act(book, event, event.kind)) {
    differ(book, event, 'malformed');
    return false;
  }
  const to = executorActs[event.kind].to;
  const stays = event.kind === 'result' && book.final !== event.id;
  if (to !== null && !stays) book.phase = to;
  return true;
}
