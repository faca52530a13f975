import { expect, it } from 'vitest';
import { chineseNumeral } from '#renderer/ui/print/item-number.ts';

it.each([
  [1, '一'],
  [9, '九'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [99, '九十九'],
  [100, '一百'],
  [105, '一百零五'],
  [110, '一百一十'],
  [123, '一百二十三'],
])('%i is written %s', (n, text) => {
  expect(chineseNumeral(n)).toBe(text);
});
