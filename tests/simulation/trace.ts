import { createHash } from 'node:crypto';
import type { StepInput, StepResult, StepWrite } from '#shared/protocol/step-types.ts';
import { start } from './script.ts';

const short = (id: string): string => id.slice(-8);

function inputOf(input: StepInput): string {
  if (input.type === 'bundle') return `bundle ${input.bundle.manifest.first} to ${input.bundle.manifest.last}`;
  if (input.type === 'receipt') return `receipt ${input.receipt.number} up to ${input.receipt.upTo}`;
  if (input.type === 'appended') return `own words ${input.entries.map(short).join()}`;
  if (input.type === 'given') return `handed over up to ${input.upTo}`;
  if (input.type === 'tick') return input.force ? 'receipts now' : 'timer';
  return input.type === 'bad-package' ? `unreadable package (${input.code})` : 'what waited';
}

function writeOf(write: StepWrite): string {
  if (write.type === 'chained' || write.type === 'own') return `${write.type} ${write.entry.parsed.kind}`;
  if (write.type === 'held') return `kept beside: ${write.reason}`;
  if (write.type === 'received' || write.type === 'streamed') return `${write.type} ${write.n}`;
  if (write.type === 'receipted') return `receipted ${write.receipt.upTo}`;
  return write.type === 'set-aside' ? `set aside: ${write.code}` : write.type;
}

/** A step of an office in one line of plain words. `cut`: how it ended, when not well. */
export function described(
  office: string,
  partner: string,
  input: StepInput,
  result: StepResult,
  cut: string | undefined,
): string {
  const did = result.writes.map(writeOf);
  const alarms = result.outputs.flatMap((output) => (output.type === 'alarm' ? [`ALARM ${output.code}`] : []));
  const parts = [...did, ...alarms, ...(cut === undefined ? [] : [`CUT ${cut}`])];
  return `${office} (${partner}): ${inputOf(input)}${parts.length > 0 ? ` -> ${parts.join(', ')}` : ''}`;
}

/** A virtual time as seconds since the run began. */
export const sinceStart = (now: number): string => `+${((now - start) / 1000).toFixed(3)}`;

/** One hash over all lines of a run: two runs with the same one did the same. */
export function traceHash(lines: readonly string[]): string {
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}
