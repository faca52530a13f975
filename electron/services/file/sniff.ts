/** What a file's first bytes say it is. Extensions lie and are only compared. */
export type Sniffed = { readonly mime: string; readonly extensions: readonly string[] };

const unknown: Sniffed = { mime: 'application/octet-stream', extensions: [] };

type Signature = { readonly at: number; readonly bytes: string; readonly sniffed: Sniffed };

const office = ['docx', 'xlsx', 'pptx', 'ofd', 'zip', 'wps'];

/** Bytes in Latin-1, by how telling they are. */
const signatures: readonly Signature[] = [
  { at: 0, bytes: '%PDF-', sniffed: { mime: 'application/pdf', extensions: ['pdf'] } },
  { at: 0, bytes: '\x89PNG\r\n\x1a\n', sniffed: { mime: 'image/png', extensions: ['png'] } },
  { at: 0, bytes: '\xff\xd8\xff', sniffed: { mime: 'image/jpeg', extensions: ['jpg', 'jpeg'] } },
  { at: 0, bytes: 'GIF8', sniffed: { mime: 'image/gif', extensions: ['gif'] } },
  { at: 0, bytes: 'II*\0', sniffed: { mime: 'image/tiff', extensions: ['tif', 'tiff'] } },
  { at: 0, bytes: 'MM\0*', sniffed: { mime: 'image/tiff', extensions: ['tif', 'tiff'] } },
  { at: 0, bytes: 'BM', sniffed: { mime: 'image/bmp', extensions: ['bmp'] } },
  { at: 8, bytes: 'WEBP', sniffed: { mime: 'image/webp', extensions: ['webp'] } },
  { at: 8, bytes: 'WAVE', sniffed: { mime: 'audio/wav', extensions: ['wav'] } },
  { at: 4, bytes: 'ftyp', sniffed: { mime: 'video/mp4', extensions: ['mp4', 'm4v', 'mov', 'm4a', '3gp'] } },
  { at: 0, bytes: 'ID3', sniffed: { mime: 'audio/mpeg', extensions: ['mp3'] } },
  { at: 0, bytes: 'PK\x03\x04', sniffed: { mime: 'application/zip', extensions: office } },
  {
    at: 0,
    bytes: '\xd0\xcf\x11\xe0',
    sniffed: { mime: 'application/x-ole', extensions: ['doc', 'xls', 'ppt', 'wps', 'et'] },
  },
  { at: 0, bytes: 'MZ', sniffed: { mime: 'application/x-executable', extensions: ['exe', 'dll'] } },
  { at: 0, bytes: '\x7fELF', sniffed: { mime: 'application/x-executable', extensions: [] } },
];

function looksLikeText(head: Uint8Array): boolean {
  return head.length > 0 && !head.some((byte) => byte === 0 || (byte < 0x20 && ![9, 10, 12, 13].includes(byte)));
}

/** Tells a file's type from its first bytes (64 are enough). Office and OFD packages count as zip. */
export function sniff(head: Uint8Array): Sniffed {
  const text = String.fromCharCode(...head.subarray(0, 64));
  const found = signatures.find(({ at, bytes }) => text.startsWith(bytes, at));
  if (found) return found.sniffed;
  return looksLikeText(head)
    ? { mime: 'text/plain', extensions: ['txt', 'csv', 'md', 'json', 'xml', 'htm', 'html'] }
    : unknown;
}

/** The code of a warning when name and content disagree, or when the content can run; null when nothing is odd. */
export function oddity(name: string, sniffed: Sniffed): string | null {
  if (sniffed.mime === 'application/x-executable') return 'file.executable';
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase();
  if (extension === undefined || sniffed.extensions.length === 0) return null;
  return sniffed.extensions.includes(extension) ? null : 'file.type-differs';
}
