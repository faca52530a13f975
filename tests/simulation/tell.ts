import { keepFound } from './found.ts';
import { type Profile, type Script, scriptOf } from './script.ts';
import { shrink } from './shrink.ts';
import type { SimCrypto } from './stub-crypto.ts';
import { traceHash } from './trace.ts';
import { type RunOutcome, runScript } from './world.ts';

/** Runs a script; what it throws is a fault like any other. */
function attempt(script: Script, crypto: SimCrypto): Pick<RunOutcome, 'faults' | 'lines'> {
  try {
    return runScript(script, crypto);
  } catch (error) {
    return { faults: [`thrown: ${error instanceof Error ? error.message : String(error)}`], lines: [] };
  }
}

const kindOf = (fault: string | undefined): string => (fault ?? '').replaceAll(/\d+/g, '').slice(0, 24);

/** The smallest script found that fails as this one does; itself when it does not fail. */
export function smallest(script: Script, crypto: SimCrypto): Script {
  const kind = kindOf(attempt(script, crypto).faults[0]);
  if (kind === '') return script;
  return shrink(script, (tried) => attempt(tried, crypto).faults.some((fault) => kindOf(fault) === kind));
}

/** A run that never comes to rest repeats itself: its middle is left out. */
function shortened(lines: readonly string[]): readonly string[] {
  const [first, last] = [lines.slice(0, 300), lines.slice(300).slice(-30)];
  const between = lines.length - first.length - last.length;
  return [...first, ...(between > 0 ? [`... ${between} lines more ...`] : []), ...last];
}

/** Tells a script from its first line to its end; true when nothing was wrong. */
export function tellScript(script: Script, crypto: SimCrypto): boolean {
  const { faults, lines } = attempt(script, crypto);
  const { offices, weather, happenings } = script;
  console.log(`${offices} offices, ${happenings.length} happenings, ${JSON.stringify(weather)}`);
  for (const line of shortened(lines)) console.log(`  ${line}`);
  console.log(`  trace ${traceHash(lines)}: ${faults.length === 0 ? 'nothing wrong' : faults.join('; ')}`);
  return faults.length === 0;
}

/** Cuts a failing seed down, tells what is left, and keeps it as a test when it is given a name. */
export function tellFailure(seed: number, profile: Profile, crypto: SimCrypto, keep: string | undefined): void {
  const script = smallest(scriptOf(seed, profile), crypto);
  console.log(`seed ${seed}, cut down:`);
  tellScript(script, crypto);
  const [fault] = attempt(script, crypto).faults;
  if (keep !== undefined) console.log(`kept as ${keepFound(keep, { showed: fault ?? 'nothing', script })}`);
}
