import { parseArgs } from 'node:util';

/** What a run of the simulator was asked for. */
export type SimOptions = {
  readonly seeds: number;
  readonly from: number;
  /** Seeds with real cryptography. */
  readonly real: number;
  /** Seeds nobody has run before, from a start that is printed. */
  readonly fresh: number;
  readonly mutants: boolean;
  /** Run with this one bug planted, and stop at the first seed that finds it. */
  readonly mutant: string | undefined;
  readonly json: boolean;
};

function whole(text: string, name: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`--${name} takes a whole number`);
  return value;
}

/** Reads the command line of `npm run sim`. Throws with a sentence on what it does not know. */
export function simOptions(args: readonly string[]): SimOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seeds: { type: 'string', default: '2000' },
      from: { type: 'string', default: '1' },
      real: { type: 'string', default: '20' },
      fresh: { type: 'string', default: '100' },
      mutants: { type: 'boolean', default: false },
      mutant: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  return {
    seeds: whole(values.seeds, 'seeds'),
    from: whole(values.from, 'from'),
    real: whole(values.real, 'real'),
    fresh: whole(values.fresh, 'fresh'),
    mutants: values.mutants,
    mutant: values.mutant,
    json: values.json,
  };
}
