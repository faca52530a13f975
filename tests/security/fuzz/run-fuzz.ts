import { dice } from './dice.ts';
import type { Form } from './form.ts';
import { spoil } from './spoil.ts';

/** Something that must not happen: what it was, and the seed that shows it again. */
export type Find = { readonly seed: number; readonly form: string; readonly what: string };

/** What a range of inputs came to. Inputs that ended up as their sample are not counted. */
export type Fuzzed = {
  readonly inputs: number;
  readonly byForm: Readonly<Record<string, number>>;
  readonly finds: readonly Find[];
  readonly slowest: { readonly ms: number; readonly seed: number };
  /** Megabytes the process grew by, measured from the thousandth input on. */
  readonly grewMb: number;
  readonly seconds: number;
};

const keyOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const megabytes = (): number => process.memoryUsage.rss() / 1_048_576;

/** What all samples say and are: a splice may turn one into another, which is no finding and no new input. */
type Known = { readonly believed: ReadonlySet<string>; readonly originals: ReadonlySet<string> };

async function readSamples(forms: readonly Form[]): Promise<Known> {
  const believed = new Set<string>();
  const originals = new Set<string>();
  for (const form of forms) {
    for (const sample of form.samples) {
      const all = await form.take(sample);
      // Changing what is refused anyhow would prove nothing.
      if (form.signed && all.length === 0)
        throw new Error(`a sample of ${form.name} is refused as its author signed it`);
      for (const one of all) believed.add(one);
      originals.add(keyOf(sample));
    }
  }
  return { believed, originals };
}

function chooser(forms: readonly Form[]): (part: number) => Form {
  const sum = forms.reduce((all, form) => all + form.weight, 0);
  return (part) => {
    let left = part * sum;
    const found = forms.find((form) => {
      left -= form.weight;
      return left < 0;
    });
    const last = forms.at(-1);
    if (!last) throw new Error('no form to make anything of');
    return found ?? last;
  };
}

const resolution = 1_000_000;

/** The input of a seed: the same for ever, as long as forms and spoils are. */
function inputOf(seed: number, forms: readonly Form[], choose: (part: number) => Form) {
  const chance = dice(seed);
  const chosen = choose(chance.below(resolution) / resolution);
  const others = chance.chance(0.5) ? chosen : chance.pick(forms);
  const sample = chance.pick(chosen.samples);
  return { chosen, bytes: spoil(sample, chance.pick(others.samples), chance) };
}

async function judge(form: Form, believed: ReadonlySet<string>, bytes: Uint8Array): Promise<string | undefined> {
  try {
    const taken = form.take(bytes);
    const all = taken instanceof Promise ? await taken : taken;
    return all.some((one) => !believed.has(one)) ? 'accepted what nobody signed' : undefined;
  } catch (error) {
    return `threw ${error instanceof Error ? `${error.message} ${error.stack?.split('\n')[1]?.trim()}` : 'something'}`;
  }
}

/**
 * Makes the inputs of the seeds from `from` on and hands each to the product's own reading: nothing may be believed that
 * its author did not sign, nothing may throw, and none may take long.
 */
export async function fuzz(forms: readonly Form[], from: number, count: number, longestMs: number): Promise<Fuzzed> {
  const { believed, originals } = await readSamples(forms);
  const choose = chooser(forms);
  const byForm: Record<string, number> = {};
  const finds: Find[] = [];
  let slowest = { ms: 0, seed: 0 };
  let start = megabytes();
  let most = start;
  const began = performance.now();
  for (let seed = from; seed < from + count; seed += 1) {
    const { chosen, bytes } = inputOf(seed, forms, choose);
    if (originals.has(keyOf(bytes))) continue;
    const { name } = chosen;
    byForm[name] = (byForm[name] ?? 0) + 1;
    const at = process.cpuUsage();
    const what = await judge(chosen, believed, bytes);
    const ms = process.cpuUsage(at).user / 1_000;
    if (ms > slowest.ms) slowest = { ms, seed };
    if (what !== undefined) finds.push({ seed, form: name, what });
    if (ms > longestMs) finds.push({ seed, form: name, what: `took ${ms.toFixed(0)} ms` });
    if (seed === from + 1_000) start = megabytes();
    if (seed % 500 === 0) most = Math.max(most, megabytes());
  }
  const inputs = Object.values(byForm).reduce((sum, n) => sum + n, 0);
  return { inputs, byForm, finds, slowest, grewMb: most - start, seconds: (performance.now() - began) / 1_000 };
}
