import { expect, it } from 'vitest';
import { pageSum } from '#renderer/features/dossier/files/page-sum.ts';

it('adds up the pages of a volume and tells what is only said and what is not known', () => {
  const counted = (pages: number | null, pagesSaid = false) => ({ pages, pagesSaid });
  expect(pageSum([counted(12), counted(3, true), counted(1), counted(null)])).toEqual({
    pages: 16,
    said: 3,
    unknown: 1,
  });
  expect(pageSum([])).toEqual({ pages: 0, said: 0, unknown: 0 });
});
