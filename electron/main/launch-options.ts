import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ShellLanguage } from './app-protocol.ts';

/** What the shell was started with. */
export type LaunchOptions = {
  /** Absolute path of the data folder. */
  readonly folder: string;
  readonly sample: boolean;
  readonly language: ShellLanguage;
};

/**
 * Reads the command line after the program's own name. Chromium's and the desktop's switches are passed over, because
 * systems add some of their own; without `--lang` the system's language decides.
 */
export function readLaunch(args: readonly string[], defaultFolder: string, systemLanguage: string): LaunchOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: { data: { type: 'string' }, sample: { type: 'boolean' }, lang: { type: 'string' } },
  });
  const language = typeof values.lang === 'string' ? values.lang : systemLanguage;
  return {
    folder: typeof values.data === 'string' && values.data !== '' ? resolve(values.data) : defaultFolder,
    sample: values.sample === true,
    language: language.startsWith('zh') || language === '' ? 'zh-CN' : 'en',
  };
}
