import type { Side } from '#shared/domain/assist/event.ts';
import { suiteOfKey } from './device-key.ts';
import type { Entry } from './entry.ts';
import { nextStamp, type Stamp } from './hybrid-clock.ts';
import { partiesOf, penHolder } from './pen.ts';
import { embeddedCommand } from './request-event.ts';
import { eventOf, eventsOf, isForked, type RequestSlice } from './slice.ts';
import type { StepMoment, StepPorts } from './step-types.ts';
import { withEntry, writeRequestEntry } from './write-request-entry.ts';

/** Our side of a request; undefined while its opening is not here or we are no party. */
export function ourSide(slice: RequestSlice, office: string): Side | undefined {
  const parties = partiesOf(slice);
  if (parties?.requester === office) return 'r';
  return parties?.executor === office ? 'e' : undefined;
}

/** This device as it writes in the suite of a request; undefined when it has no key of that one. */
function writerIn(slice: RequestSlice, ports: StepPorts): Pick<StepPorts, 'self' | 'hashing' | 'signing'> | undefined {
  const { self, hashing, also } = ports;
  const suite = slice.r.entries[0]?.parsed.suite;
  if (suite === self.suite) return ports;
  if (!also || suite !== suiteOfKey(also.signing.publicKey)) return undefined;
  return { self: { ...self, suite, device: also.device }, hashing, signing: also.signing };
}

function holdsPen(slice: RequestSlice, self: StepPorts['self']): boolean {
  return ourSide(slice, self.office) === 'e' && penHolder(slice, 'e')?.device === self.device;
}

function isApplied(slice: RequestSlice, command: Entry): boolean {
  return slice.e.entries.some((entry) => embeddedCommand(entry.parsed)?.header === command.header);
}

/** Behind an entry that cannot be understood yet only a withdrawal is put in order; the rest waits for an update. */
function mayApply(slice: RequestSlice, command: Entry, ports: StepPorts): boolean {
  const { rules, hashing } = ports;
  if (!rules.isCommand(command.parsed.kind) || isForked(slice.e) || isApplied(slice, command)) return false;
  if (command.parsed.kind === 'withdraw') return true;
  const before = slice.r.entries.slice(0, command.parsed.seq);
  return before.every((entry) => rules.understands(eventOf(entry, hashing)));
}

/** An `apply` with the request as it then stands, and the stamp it used. */
export type Applied = { readonly entry: Entry; readonly slice: RequestSlice; readonly stamp: Stamp };

/**
 * The executor's order of one command of the requester, written by the device that holds the pen without a person: the
 * command's header and signature embedded, with the outcome the rules give on what stands before it. Undefined when this
 * device does not order that command.
 */
export function applyCommand(
  slice: RequestSlice,
  command: Entry,
  stamp: Stamp | undefined,
  moment: StepMoment,
  ports: StepPorts,
): Applied | undefined {
  const writer = writerIn(slice, ports);
  if (!writer || ports.self.readOnly || !holdsPen(slice, writer.self) || !mayApply(slice, command, ports))
    return undefined;
  const upTo = { ...slice, r: { ...slice.r, entries: slice.r.entries.slice(0, command.parsed.seq) } };
  const events = eventsOf(upTo, ports.hashing);
  const state = ports.rules.fold(events.r, events.e);
  const ruling = ports.rules.outcomeOf(state, eventOf(command, ports.hashing));
  const embedded = { header: command.header, signature: command.signature };
  const at = nextStamp(stamp, moment.nowMs);
  const saying = {
    kind: 'apply',
    facts: { command: embedded, outcome: ruling.outcome, reason: ruling.reason },
    body: null,
    files: [],
    actor: ports.self.actor,
    on: moment.on,
    at,
  };
  const entry = writeRequestEntry(slice, 'e', saying, writer.self, writer);
  return { entry, slice: withEntry(slice, 'e', entry), stamp: at };
}
