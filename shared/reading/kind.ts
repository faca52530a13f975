/** How a file is read: what its content is decides, its name only tells packages and tables apart. */
export type ReadingKind = 'picture' | 'pdf' | 'docx' | 'ofd' | 'csv' | 'text';

const pictures: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/bmp', 'image/webp']);

/** Bytes of a file that is read at most, by kind: the whole of it must fit into the memory of one worker. */
export const mostBytes: Readonly<Record<ReadingKind, number>> = {
  picture: 100 * 1024 * 1024,
  pdf: 300 * 1024 * 1024,
  docx: 100 * 1024 * 1024,
  ofd: 100 * 1024 * 1024,
  csv: 20 * 1024 * 1024,
  text: 20 * 1024 * 1024,
};

/** How a file with this type, told from its first bytes, and this name is read; undefined for what is only saved. */
export function readingKind(mime: string, name: string): ReadingKind | undefined {
  if (pictures.has(mime)) return 'picture';
  if (mime === 'application/pdf') return 'pdf';
  const ending = /\.([a-z]{2,5})$/i.exec(name)?.[1]?.toLowerCase();
  if (mime === 'application/zip') return ending === 'docx' || ending === 'ofd' ? ending : undefined;
  if (mime === 'text/plain') return ending === 'csv' ? 'csv' : 'text';
  return undefined;
}
