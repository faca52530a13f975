import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeFileName } from '#renderer/ui/files/safe-file-name.ts';

const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe('a name a file of somebody else is saved under', () => {
  test.for([
    ['工资 台账(2025).pdf', '工资 台账(2025).pdf'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\Windows\\a.exe', 'C__Windows_a.exe'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['Com1 .tar.gz', '_Com1 .tar.gz'],
    ['LPT¹.pdf', '_LPT¹.pdf'],
    ['console.log', 'console.log'],
    ['.bashrc', 'bashrc'],
    ['清单.pdf. . .', '清单.pdf'],
    ['清单\u202Efdp.exe', '清单fdp.exe'],
    ['a\u0000b\r\nc\u2028d\u200B.txt', 'abcd.txt'],
    ['\uD800 半.txt', '半.txt'],
    ['what?*<>|".doc', 'what______.doc'],
    ['全\u3000角.doc', '全 角.doc'],
    ['', 'file'],
    ['...', 'file'],
  ])('%j becomes %j', ([name, safe]) => {
    expect(safeFileName(name ?? '')).toBe(safe);
  });

  test('fits into 200 bytes with its ending, and no character is halved', () => {
    const long = safeFileName(`${'证据'.repeat(200)}👩‍👩‍👧.pdf`);
    expect(bytes(long)).toBeLessThanOrEqual(200);
    expect(long).toMatch(/^(证据)+证?\.pdf$/);
    expect(bytes(safeFileName(`a.${'x'.repeat(500)}`))).toBe(200);
  });

  test('is safe on every system, whatever it was, and stays as it is when it is cleaned again', () => {
    const hostile = fc.string({ unit: 'binary', maxLength: 400 });
    const pieces = fc.constantFrom(
      'CON',
      'aux',
      '.',
      ' ',
      '/',
      '\\',
      '\u202E',
      '\u0000',
      '长',
      '𠮷',
      '\uD83D',
      '..',
      ':',
    );
    const mixed = fc.array(fc.oneof(pieces, hostile), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(mixed, (name) => {
        const safe = safeFileName(name);
        expect(safe).not.toBe('');
        expect(bytes(safe)).toBeLessThanOrEqual(200);
        expect(safe).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}/\\:*?"<>|]|^[. ]|[. ]$/u);
        expect(safe.split('.', 1)[0]?.trim()).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)$/i);
        expect(safeFileName(safe)).toBe(safe);
      }),
      { numRuns: 500 },
    );
  });
});
