import { parseArgs } from 'node:util';
import { type OfficeProfile, officeProfiles } from './office/office-script.ts';
import { type Profile, profiles } from './script.ts';

/** What a run of the simulator was asked for. */
export type SimOptions = {
  readonly seeds: number;
  readonly from: number;
  /** One of the protocol alone, or one of whole offices on real data. */
  readonly profile: Profile | OfficeProfile;
  /** Seeds with real cryptography. */
  readonly real: number;
  /** Seeds nobody has run before, from a start that is printed. */
  readonly fresh: number;
  readonly mutants: boolean;
  /** Run with this one bug planted, and stop at the first seed that finds it. */
  readonly mutant: string | undefined;
  /** Tell this one seed line by line. */
  readonly story: number | undefined;
  /** Keep what is left of the first failing seed, once cut down, as a test of that name. */
  readonly keep: string | undefined;
  /** Run this kept script instead of seeds, with `mutant` planted when there is one. */
  readonly found: string | undefined;
  readonly json: boolean;
};

function whole(text: string, name: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`--${name} takes a whole number`);
  return value;
}

function profileOf(text: string): SimOptions['profile'] {
  const all = [...profiles, ...officeProfiles];
  const found = all.find((one) => one === text);
  if (!found) throw new Error(`--profile takes one of ${all.join(', ')}`);
  return found;
}

function nameOf(text: string | undefined): string | undefined {
  if (text !== undefined && !/^[a-z][a-z0-9-]*$/.test(text)) throw new Error('--keep takes a name like lost-receipt');
  return text;
}

/** Reads the command line of `npm run sim`. Throws with a sentence on what it does not know. */
export function simOptions(args: readonly string[]): SimOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seeds: { type: 'string', default: '2000' },
      from: { type: 'string', default: '1' },
      profile: { type: 'string', default: 'mixed' },
      real: { type: 'string', default: '20' },
      fresh: { type: 'string', default: '100' },
      mutants: { type: 'boolean', default: false },
      mutant: { type: 'string' },
      story: { type: 'string' },
      keep: { type: 'string' },
      found: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  return {
    seeds: whole(values.seeds, 'seeds'),
    from: whole(values.from, 'from'),
    profile: profileOf(values.profile),
    real: whole(values.real, 'real'),
    fresh: whole(values.fresh, 'fresh'),
    mutants: values.mutants,
    mutant: values.mutant,
    story: values.story === undefined ? undefined : whole(values.story, 'story'),
    keep: nameOf(values.keep),
    found: values.found,
    json: values.json,
  };
}
