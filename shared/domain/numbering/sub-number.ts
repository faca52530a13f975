import { chineseNumeral, readChineseNumeral } from './chinese-numeral.ts';

/** How the files that bear one number are told apart (分号): -1, -2 or 之一, 之二. */
export const subStyles = ['dash', 'words'] as const;

/** One of `subStyles`. */
export type SubStyle = (typeof subStyles)[number];

/** The most files under one number: as far as Chinese numerals are written here. */
export const mostSubNumbers = 999;

/** What follows a number for the file with the given place under it, from 1: '-1' or 之一. */
export function subNumber(style: SubStyle, part: number): string {
  return style === 'dash' ? `-${part}` : `之${chineseNumeral(part)}`;
}

/** The place a text behind a number says, in either style; 0 for none, undefined for anything else. */
export function readSubNumber(text: string): number | undefined {
  if (text === '') return 0;
  const dashed = /^-([1-9]\d{0,2})$/.exec(text)?.[1];
  if (dashed !== undefined) return Number(dashed);
  return text.startsWith('之') ? readChineseNumeral(text.slice(1)) : undefined;
}
