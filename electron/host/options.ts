import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { NoticeLanguage } from './notice-page.ts';

/** What the browser host was started with. Paths are absolute. */
export type HostCommand = {
  readonly folder: string;
  readonly renderer: string;
  readonly sample: boolean;
  /** 0 when none was asked for: a free one is chosen. */
  readonly port: number;
  /** The language asked for; undefined when none was. */
  readonly language: NoticeLanguage | undefined;
};

/** How the command is used; printed when it cannot be read. */
export const hostUsage =
  'Usage: node electron/host/main.ts --renderer DIR [--data DIR] [--sample] [--port N] [--lang zh-CN|en]';

/** Reads the command line after the program's own name; a sentence for the person who typed it when it cannot be read. */
export function readHostCommand(args: readonly string[], defaultFolder: string): HostCommand | string {
  const values = readValues(args);
  if (typeof values === 'string') return values;
  const { data, renderer, port = '0', lang, sample = false } = values;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return '--port takes a number from 1 to 65535';
  if (lang !== undefined && lang !== 'zh-CN' && lang !== 'en') return '--lang takes zh-CN or en';
  return {
    folder: data === undefined || data === '' ? defaultFolder : resolve(data),
    renderer: resolve(renderer ?? 'out/renderer'),
    sample,
    port: Number(port),
    language: lang,
  };
}

function readValues(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        renderer: { type: 'string' },
        sample: { type: 'boolean' },
        port: { type: 'string' },
        lang: { type: 'string' },
      },
    }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
