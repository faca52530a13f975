import { type Desk, parseDesk } from './desk.ts';

/** A file of the interface that a page address names. */
export type PageFile = {
  readonly desk: Desk;
  /** Path below the built interface with '/' between its parts; never leaves that folder. */
  readonly file: string;
  /** Value of the content-type header. */
  readonly type: string;
  /** Whether the name carries a hash of the content, so that a browser may keep the file for good. */
  readonly hashed: boolean;
};

/** The kinds of file a built interface consists of. Anything else is not served. */
const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  webp: 'image/webp',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
};

/** Letters, digits, '-', '_' and single dots inside; so no '..', no hidden file, no drive letter, no back slash. */
const partShape = /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*$/;
const hashedShape = /^assets\/.*-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;
const longestPath = 512;

/**
 * Reads the path of a page address, for example '/own/assets/index-Bx81_aaQ.js'. Total: anything that is not plainly a
 * file of the interface is undefined. Percent signs are refused rather than decoded, because no file of ours needs one
 * and every decoding is a chance to be fooled.
 */
export function readPagePath(pathname: string): PageFile | undefined {
  if (pathname.length > longestPath || !pathname.startsWith('/')) return undefined;
  const [first, ...rest] = pathname.slice(1).split('/');
  const desk = parseDesk(first);
  if (desk === undefined || rest.length === 0) return undefined;
  const parts = rest.length === 1 && rest[0] === '' ? ['index.html'] : rest;
  if (!parts.every((part) => partShape.test(part))) return undefined;
  const file = parts.join('/');
  const extension = file.slice(file.lastIndexOf('.') + 1);
  const type = Object.hasOwn(contentTypes, extension) ? contentTypes[extension] : undefined;
  return type === undefined ? undefined : { desk, file, type, hashed: hashedShape.test(file) };
}
