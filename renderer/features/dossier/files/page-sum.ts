import type { FileOf } from './file-row.tsx';

/** The pages of several documents. */
export type PageSum = {
  /** All that are known. */
  readonly pages: number;
  /** Those among them that a file only says it has. */
  readonly said: number;
  /** Documents whose pages are not known. */
  readonly unknown: number;
};

/** Adds up the pages of documents in their newest versions. */
export function pageSum(files: readonly Pick<FileOf, 'pages' | 'pagesSaid'>[]): PageSum {
  const sum = { pages: 0, said: 0, unknown: 0 };
  for (const { pages, pagesSaid } of files) {
    if (pages === null) sum.unknown += 1;
    sum.pages += pages ?? 0;
    if (pagesSaid) sum.said += pages ?? 0;
  }
  return sum;
}
