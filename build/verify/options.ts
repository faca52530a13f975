import { parseArgs } from 'node:util';
import type { Language } from './words.ts';

/** What `npm run verify` was asked for. */
export type VerifyOptions = {
  readonly file: string | undefined;
  /** Where the offline page is to be written instead of checking a file. */
  readonly page: string | undefined;
  readonly json: boolean;
  readonly language: Language;
};

export const usage = `Usage: npm run verify -- FILE [--json] [--lang zh-CN|en]
       npm run verify -- --page FILE.html

Checks a proof file (.xieban-proof) offline, with nothing of the store: 0 sound, 1 not sound, 2 no proof file.
--page writes the same checker as one HTML file for people without a command line.`;

/** The language of the machine's locale: Chinese where it says so, else English. */
function localeLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Reads the options; a text is the usage, to be shown. */
export function readOptions(
  line: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): VerifyOptions | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...line],
      options: { json: { type: 'boolean' }, lang: { type: 'string' }, page: { type: 'string' } },
      allowPositionals: true,
    });
    const { lang, json = false, page } = values;
    if (lang !== undefined && !/^(?:zh|zh-CN|en)$/.test(lang)) return usage;
    if (positionals.length !== (page === undefined ? 1 : 0)) return usage;
    return {
      file: positionals[0],
      page,
      json,
      language: lang === undefined ? localeLanguage(env) : lang === 'en' ? 'en' : 'zh',
    };
  } catch {
    return usage;
  }
}
