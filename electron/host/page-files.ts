import { readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { PageFile } from '#shared/contract/page-path.ts';
import type { NoticeLanguage } from './notice-page.ts';

/** Name under which the host serves the script that gives the page its bridge. */
export const bridgeFile = 'host-bridge.js';

/**
 * Reads files of the built interface in `folder`; undefined when there is none, or when a link inside the folder points
 * out of it. The first page is given the bridge script in front of every other script, and the language of the start.
 */
export function createPageFiles(
  folder: string,
  language: NoticeLanguage,
): (page: PageFile) => Promise<Buffer | undefined> {
  return async (page) => {
    try {
      const root = await realpath(folder);
      const path = await realpath(join(root, page.file));
      if (!path.startsWith(root + sep)) return undefined;
      const bytes = await readFile(path);
      return page.file === 'index.html' ? Buffer.from(withBridge(bytes.toString('utf8'), language)) : bytes;
    } catch {
      return undefined;
    }
  };
}

function withBridge(html: string, language: NoticeLanguage): string {
  return html
    .replace(/<html lang="[^"]*"/, `<html lang="${language}"`)
    .replace('<head>', `<head><script src="${bridgeFile}"></script>`);
}
