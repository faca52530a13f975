import type { RequestId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import { unansweredExtension } from '#shared/domain/assist/turn.ts';
import { named } from '../fields/handlers-field.tsx';
import type { RequestView } from '../page/view.ts';
import type { SheetAct } from './act-order.ts';
import type { ActPart, ActValue } from './act-value.ts';

type ActCall = `request.${SheetAct}`;

/** Where an act is carried out. */
type On = { readonly request: RequestId; readonly view: RequestView; readonly today: LocalDate };

/** An act as data: the parts it asks for, those that must be filled in, and the input it makes of them. */
export type ActSpec = {
  readonly call: ActCall;
  readonly parts: readonly ActPart[];
  readonly required: readonly ActPart[];
  readonly input: (value: ActValue, on: On) => CallInput<ActCall>;
  readonly danger: boolean;
};

function spec<N extends ActCall>(
  call: N,
  parts: readonly ActPart[],
  required: readonly ActPart[],
  input: (value: ActValue & { readonly on: LocalDate }, on: On) => CallInput<N>,
  danger = false,
): ActSpec {
  return { call, parts, required, danger, input: (value, on) => input({ ...value, on: value.on ?? on.today }, on) };
}

/** The day a form names, which its own check has made sure of. */
function sure(date: LocalDate | null, on: On): LocalDate {
  return date ?? on.today;
}

/** Every act that is filled in on a sheet. */
export const actSpecs: Readonly<Record<SheetAct, ActSpec>> = {
  register: spec('request.register', ['on'], ['on'], ({ on }, { request }) => ({ request, on })),
  accept: spec(
    'request.accept',
    ['handlers', 'promised', 'text', 'on'],
    ['handlers', 'promised', 'on'],
    ({ on, handlers, promised, text }, at) => ({
      ...{ request: at.request, on, text },
      handlers: named(handlers),
      promised: sure(promised, at),
    }),
  ),
  answerExtension: spec('request.answerExtension', ['agree', 'text'], [], ({ agree, text }, { request, view }) => ({
    ...{ request, text, agree: agree === 'yes' },
    extension: unansweredExtension(view.state)?.id ?? '',
  })),
  supplement: spec(
    'request.supplement',
    ['answers', 'text', 'files', 'on'],
    ['answers', 'on'],
    ({ on, text, answers, files }, { request, view }) => ({
      ...{ request, on, text, files: [...files] },
      answers: view.row.state === 'returned' ? answers.map((answer) => ({ ...answer })) : [],
    }),
  ),
  close: spec('request.close', ['text', 'on'], ['on'], ({ on, text }, { request }) => ({ request, on, text })),
  object: spec('request.object', ['items', 'text', 'on'], ['text', 'on'], ({ on, text, items }, { request }) => ({
    ...{ request, on, text, items: [...items] },
  })),
  progress: spec('request.progress', ['text', 'files', 'on'], ['text', 'on'], ({ on, text, files }, { request }) => ({
    ...{ request, on, text, files: [...files] },
  })),
  urge: spec('request.urge', ['text', 'on'], ['on'], ({ on, text }, { request }) => ({ request, on, text })),
  extend: spec('request.extend', ['until', 'reason', 'on'], ['until', 'reason', 'on'], ({ on, until, reason }, at) => ({
    ...{ request: at.request, on, reason, until: sure(until, at) },
  })),
  return: spec(
    'request.return',
    ['ground', 'defects', 'text', 'on'],
    ['ground', 'defects', 'on'],
    ({ on, ground, defects, text }, { request }) => ({
      ...{ request, on, text, ground: ground ?? '' },
      defects: defects.filter((defect) => defect.trim() !== ''),
    }),
  ),
  refuse: spec(
    'request.refuse',
    ['ground', 'text', 'on'],
    ['ground', 'text', 'on'],
    ({ on, ground, text }, { request }) => ({ request, on, text, ground: ground ?? '' }),
    true,
  ),
  resume: spec('request.resume', ['text', 'on'], ['on'], ({ on, text }, { request }) => ({ request, on, text })),
  suspend: spec('request.suspend', ['reason', 'on'], ['reason', 'on'], ({ on, reason }, { request }) => ({
    ...{ request, on, reason },
  })),
  assign: spec('request.assign', ['handlers', 'text', 'on'], ['handlers', 'on'], ({ on, handlers, text }, at) => ({
    ...{ request: at.request, on, text, handlers: named(handlers) },
  })),
  correct: spec('request.correct', ['text', 'files', 'on'], ['text', 'on'], ({ on, text, files }, { request }) => ({
    ...{ request, on, text, files: [...files] },
  })),
  stopReport: spec('request.stopReport', ['text', 'on'], ['text', 'on'], ({ on, text }, { request }) => ({
    ...{ request, on, text },
  })),
  withdraw: spec(
    'request.withdraw',
    ['reason', 'on'],
    ['reason', 'on'],
    ({ on, reason }, { request }) => ({ request, on, reason }),
    true,
  ),
  originals: spec(
    'request.originals',
    ['move', 'carrierNo', 'text', 'on'],
    ['on'],
    ({ on, move, carrierNo, text }, { request }) => ({ request, on, move, carrierNo, text }),
  ),
  note: spec('request.note', ['text'], ['text'], ({ text }, { request }) => ({ request, text })),
};
