import { storeFailureOf } from '#electron/store/failure.ts';
import { shanghaiDate } from '#shared/base/local-date.ts';
import type { Moment } from '#shared/base/ports.ts';
import { err, type Result } from '#shared/base/result.ts';
import { contract, isCallName } from '#shared/contract/contract.ts';
import type { Failure, Reply } from '#shared/contract/failure.ts';
import type { Topic } from '#shared/contract/topics.ts';
import type { BaseContext, Handlers, OfficeContext, Ports } from './context.ts';
import { storageFailure } from './journal/append.ts';
import { inspectInput } from './plain-input.ts';
import type { Session } from './session/session.ts';

type AnyHandler = (
  context: BaseContext,
  input: unknown,
) => Result<unknown, Failure> | Promise<Result<unknown, Failure>>;

const locked: Failure = { kind: 'locked', code: 'session.locked' };
const bug: Failure = { kind: 'internal', code: 'internal' };

/** Where a bug was thrown, without its message: a message may hold what a person typed. */
function placeOf(error: unknown): string {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  return frames
    .slice(0, 4)
    .map((line) => line.trim())
    .join(' < ');
}

function readInput(name: keyof typeof contract, input: unknown): Result<unknown, Failure> {
  const shape = inspectInput(input);
  if (shape === 'too-large') return err({ kind: 'too-large', code: 'input.too-large' });
  if (shape === 'not-plain') return err({ kind: 'bad-input', code: 'input.not-plain' });
  const parsed = contract[name].input.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issue = parsed.error.issues[0];
  const field = issue?.path.map(String).join('.') ?? '';
  return err(
    field === '' ? { kind: 'bad-input', code: 'input.invalid' } : { kind: 'bad-input', code: 'input.invalid', field },
  );
}

/**
 * Answers any call with any input: is it a known call, is the data open, is the input valid; then its handler.
 * Never throws. After a successful command the topics it may have changed are announced.
 */
export function createDispatch(
  handlers: Handlers,
  session: Session,
  ports: Ports,
): (name: unknown, input: unknown) => Promise<Reply<unknown>> {
  return async (name, input) => {
    if (!isCallName(name)) return { ok: false, failure: { kind: 'unknown-call', code: 'call.unknown' } };
    const read = readInput(name, input);
    if (!read.ok) return { ok: false, failure: read.error };
    const open = session.open();
    if (contract[name].gate === 'unlocked' && !open) return { ok: false, failure: locked };
    const at = ports.clock.now();
    const moment: Moment = { at, today: shanghaiDate(at) };
    const touched = new Set<Topic>(contract[name].topics);
    const touch: OfficeContext['touch'] = (topics) => {
      for (const topic of topics) touched.add(topic);
    };
    const base: BaseContext = { ...ports, session, moment };
    const context = open ? { ...base, open, me: session.me(), touch } : base;
    try {
      // The table's own type ties each handler to its call's input; here the call is only known at run time.
      const handler = handlers[name] as unknown as AnyHandler;
      const answer = await handler(context, read.value);
      if (!answer.ok) return { ok: false, failure: answer.error };
      if (contract[name].type === 'command') session.announce([...touched]);
      return { ok: true, value: answer.value };
    } catch (error) {
      // Somebody locked the data while this call was on its way.
      if (open && session.open() !== open) return { ok: false, failure: locked };
      const failure = storeFailureOf(error);
      if (failure) return { ok: false, failure: storageFailure(failure) };
      ports.log.warn('call.failed', { call: name, place: placeOf(error) });
      return { ok: false, failure: bug };
    }
  };
}
