import { parseArgs } from 'node:util';
import { openCallForm } from './call-form.ts';
import { openCourierForm } from './courier-form.ts';
import { fileForms } from './document-forms.ts';
import { exchangeForms } from './exchange-forms.ts';
import { lifeForms } from './life-forms.ts';
import { type Fuzzed, fuzz } from './run-fuzz.ts';
import { sealedForms } from './sealed-forms.ts';
import { documentForms } from './signed-forms.ts';

/** No input may take longer than this many milliseconds, on a machine that does other work besides. */
const longestMs = 5_000;
/** Megabytes the process may grow by. */
const mostMb = 512;

function whole(text: string, name: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} takes a whole number from 1`);
  return value;
}

function show(from: number, count: number, { inputs, byForm, finds, slowest, grewMb, seconds }: Fuzzed): void {
  console.log(
    `seeds ${from} to ${from + count - 1}: ${inputs} inputs in ${seconds.toFixed(0)} s, ${finds.length} finds`,
  );
  for (const [form, n] of Object.entries(byForm).toSorted(([a], [b]) => a.localeCompare(b)))
    console.log(`  ${n} ${form}`);
  console.log(`  slowest ${slowest.ms.toFixed(0)} ms (seed ${slowest.seed}), memory grew ${grewMb.toFixed(0)} MB`);
  for (const find of finds.slice(0, 20)) console.log(`  seed ${find.seed}, ${find.form}: ${find.what}`);
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      inputs: { type: 'string', default: '10000' },
      from: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  const [count, from] = [whole(values.inputs, 'inputs'), whole(values.from, 'from')];
  const [calls, stick] = [await openCallForm(3), openCourierForm(1.5)];
  const forms = [
    ...documentForms,
    ...exchangeForms,
    ...lifeForms,
    ...sealedForms,
    ...fileForms,
    calls.form,
    stick.form,
  ];
  const fuzzed = await fuzz(forms, from, count, longestMs);
  const unsound = await calls.end();
  stick.end();
  show(from, count, fuzzed);
  for (const one of unsound) console.log(`  ${one}`);
  const ok = fuzzed.finds.length === 0 && unsound.length === 0 && fuzzed.grewMb <= mostMb;
  if (values.json) console.log(JSON.stringify({ ok, ...fuzzed, unsound }));
  return ok ? 0 : 1;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 2;
});
