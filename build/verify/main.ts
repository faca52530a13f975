import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { suiteOf } from '#electron/sealing/suites.ts';
import { assistRules } from '#shared/domain/assist/rules.ts';
import { largestProof } from '#shared/protocol/proof/proof-file.ts';
import { verifyProof } from '#shared/protocol/proof/verify-proof.ts';
import { readOptions, type VerifyOptions } from './options.ts';
import { reportOf } from './report.ts';
import { put, wordsOf } from './words.ts';

/** Exit codes: 0 sound, 1 a proof that is not sound, 2 no proof file, or nothing that could be read. */
const codes = { sound: 0, unsound: 1, none: 2 } as const;

const suites = { s1: suiteOf('s1'), s2: suiteOf('s2') };

/** npm runs scripts in the root of the project; a path is meant from where the person stands. */
const fromHere = (file: string): string => resolve(process.env['INIT_CWD'] ?? '.', file);

function readBytes(file: string): Uint8Array | undefined {
  try {
    const path = fromHere(file);
    return statSync(path).size > largestProof ? undefined : readFileSync(path);
  } catch {
    return undefined;
  }
}

function check(file: string, { json, language }: VerifyOptions): number {
  const bytes = readBytes(file);
  const verdict = bytes && verifyProof(bytes, { suites, rules: assistRules });
  if (!verdict) {
    console.error(`${wordsOf(language).noProof} ${file}`);
    return codes.none;
  }
  if (json) console.log(JSON.stringify(verdict, null, 2));
  else {
    const { verdict: said, sections } = reportOf(verdict, language);
    const text = sections.map(({ title, lines }) => [title, ...lines.map((line) => `  ${line}`)].join('\n'));
    console.log([said, ...text].join('\n\n'));
  }
  if (!verdict.isProof) return codes.none;
  return verdict.ok ? codes.sound : codes.unsound;
}

async function writePage(file: string, { language }: VerifyOptions): Promise<number> {
  // The bundler is loaded for this alone: checking a file needs nothing but Node.
  const { offlinePage } = await import('./write-page.ts');
  writeFileSync(fromHere(file), await offlinePage());
  console.log(put(wordsOf(language).written, { file }));
  return codes.sound;
}

const options = readOptions(process.argv.slice(2), process.env);
if (typeof options === 'string') {
  console.error(options);
  process.exitCode = codes.none;
} else if (options.page !== undefined) process.exitCode = await writePage(options.page, options);
else process.exitCode = check(options.file ?? '', options);
