import { createHash } from 'node:crypto';
import { pinyin } from 'pinyin-pro';
import { expect, test } from 'vitest';
import { fingerprintCode, fingerprintTyped } from '#shared/domain/fingerprint/fingerprint-code.ts';
import { fingerprintWords } from '#shared/domain/fingerprint/fingerprint-words.ts';
import { fingerprintWordList } from '#shared/domain/fingerprint/word-list.ts';

/** A syllable as somebody hears it who keeps neither retroflex nor nasal sounds apart. */
const heard = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^[nr]/, 'l')
    .replace(/^hu/, 'f')
    .replace(/ng$/, 'n');

test('no two words of a fingerprint sound alike, also by telephone with an accent', () => {
  expect(fingerprintWordList).toHaveLength(317);
  const sounds = fingerprintWordList.map((word) =>
    pinyin(word, { toneType: 'none', type: 'array', v: true }).map(heard).join(' '),
  );
  expect(new Set(sounds).size).toBe(317);
  for (const word of fingerprintWordList) expect(word).toMatch(/^\p{Script=Han}{2}$/u);
});

test('every group of five digits has two words of its own, from which it can be computed again', () => {
  const back = (words: readonly [string, string]): number =>
    fingerprintWordList.indexOf(words[0]) * 317 + fingerprintWordList.indexOf(words[1]);
  for (let value = 0; value < 100_000; value += 7) {
    const [words] = fingerprintWords(String(value).padStart(5, '0')) ?? [];
    expect(words && back(words)).toBe(value);
  }
  expect(fingerprintWords('99999')?.map(back)).toEqual([99_999]);
});

test('words are made of a fingerprint alone, and stay the same for good', () => {
  const list = createHash('sha256').update(fingerprintWordList.join(' ')).digest('hex');
  expect(list).toBe('83d4ca150b8a3b9ad07f85b2eef5541f32ad2b08ea13cb85f22e7fe39414d8a5');
  const [first, second] = [fingerprintWordList[0], fingerprintWordList[1]];
  expect(fingerprintWords('00000 00001')).toEqual([
    [first, first],
    [first, second],
  ]);
  for (const text of ['', '1234', '12345 ', '12345  67890', 'abcde', '１２３４５']) {
    expect(fingerprintWords(text)).toBeUndefined();
  }
});

test('the code of a fingerprint and its digits are read back, and one of another office is told', () => {
  const print = '01234 56789 00000 99999 12345 67890';
  const code = fingerprintCode('wujiang-arb', print);
  expect(code).toBe('XIEBAN-FP-1/wujiang-arb/012345678900000999991234567890');
  for (const typed of [code, ` ${code}\n`, print, print.replaceAll(' ', '-')]) {
    expect(fingerprintTyped(typed, 'wujiang-arb')).toBe(print);
  }
  expect(fingerprintTyped(code, 'qingpu-arb')).toBe('other-office');
  for (const typed of ['', print.slice(1), `${print}1`, 'x'.repeat(30)]) {
    expect(fingerprintTyped(typed, 'wujiang-arb')).toBeUndefined();
  }
});
