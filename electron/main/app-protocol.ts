import { readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { type PageFile, readPagePath } from '#shared/contract/page-path.ts';
import { pageHeaders } from '#shared/contract/page-policy.ts';
import { ownPath } from './address.ts';

/** Language of the interface at the start. */
export type ShellLanguage = 'zh-CN' | 'en';

const headers = pageHeaders('app');

/**
 * Answers requests of `app://` with the files of the built interface in `folder` and nothing else. Every answer, also
 * a refusal, carries the content policy.
 */
export function createAppProtocol(folder: string, language: ShellLanguage): (request: Request) => Promise<Response> {
  const refuse = (status: number): Response => new Response(null, { status, headers });
  return async (request) => {
    if (request.method !== 'GET') return refuse(405);
    const path = ownPath(request.url);
    const page = path === undefined ? undefined : readPagePath(path);
    const bytes = page && (await readContained(folder, page));
    if (page === undefined || bytes === undefined) return refuse(404);
    const content = page.file === 'index.html' ? withLanguage(bytes, language) : new Uint8Array(bytes);
    return new Response(content, {
      headers: { ...headers, 'content-type': page.type, 'cache-control': 'no-store' },
    });
  };
}

/** The bytes of a file below `folder`; undefined when there is none or a link leads out of the folder. */
async function readContained(folder: string, page: PageFile): Promise<Buffer | undefined> {
  try {
    const root = await realpath(folder);
    const path = await realpath(join(root, page.file));
    return path.startsWith(root + sep) ? await readFile(path) : undefined;
  } catch {
    return undefined;
  }
}

function withLanguage(bytes: Buffer, language: ShellLanguage): string {
  return bytes.toString('utf8').replace(/<html lang="[^"]*"/, `<html lang="${language}"`);
}
