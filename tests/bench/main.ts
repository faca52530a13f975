import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './check-line.ts';
import { benchExchange } from './exchange.ts';
import { benchImport } from './import.ts';
import { benchIntake } from './intake.ts';
import { benchList } from './list.ts';
import { benchPaint } from './paint.ts';
import { benchRebuild } from './rebuild.ts';
import { benchSearch } from './search.ts';
import { benchStart } from './start.ts';
import { benchSuites } from './suites.ts';

const root = join(import.meta.dirname, '..', '..');
const cache = join(root, '.cache', 'bench');

/** Every benchmark by the name it is asked for with. */
const benches: Readonly<Record<string, (cache: string) => Promise<readonly Check[]>>> = {
  search: benchSearch,
  list: benchList,
  rebuild: benchRebuild,
  import: benchImport,
  intake: benchIntake,
  start: benchStart,
  paint: benchPaint,
  suites: benchSuites,
  exchange: benchExchange,
};

async function run(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !Object.hasOwn(benches, name));
  if (unknown.length > 0) {
    console.error(`Unknown benchmark ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
    return 2;
  }
  mkdirSync(cache, { recursive: true });
  const checks: Check[] = [];
  for (const name of names) checks.push(...((await benches[name]?.(cache)) ?? []));
  for (const { name, value, target, ok } of checks)
    console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} = ${value} (target ${target})`);
  if (process.argv.includes('--json')) console.log(JSON.stringify({ checks }));
  return checks.every(({ ok }) => ok) ? 0 : 1;
}

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
process.exitCode = await run(asked.length > 0 ? asked : Object.keys(benches));
