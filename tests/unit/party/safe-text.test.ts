import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/base/local-date.ts';
import type { Party } from '#shared/domain/party/party.ts';
import { readParty } from '#shared/domain/party/read-party.ts';
import { safeText } from '#shared/domain/party/safe-text.ts';

const line = { max: 200 };
const worker: Party = {
  role: 'applicant',
  type: 'person',
  name: '周某某',
  idKind: 'resident',
  idNo: '11010519491231002X',
  uscc: '',
  legalRep: '',
  phone: '13800000000',
  address: '',
};

function read(value: string, shape: Parameters<typeof safeText>[1] = line) {
  const result = safeText(value, shape);
  return result.ok ? [result.value.text, ...result.value.warnings.map((warning) => warning.code)] : [result.error.code];
}

describe('what a person types', () => {
  it.each([
    ['  周某某　', ['周某某']],
    ['周\u0000某\u0007某', ['周某某', 'text.control-removed']],
    ['周某\u202e某', ['周某某', 'text.direction-removed']],
    ['周\u200b某\u200d某', ['周某某', 'text.invisible-removed']],
    ['周\u2066\u0001某', ['周某', 'text.control-removed', 'text.direction-removed']],
    ['一\r\n二\t三', ['一 二 三']],
    ['\ue863某', ['\ue863某', 'text.private-use']],
    ['葛\u{e0100}', ['葛\u{e0100}']],
    ['cafe\u0301', ['caf\u00e9']],
    ['a\ud800b', ['a\ufffdb']],
    ["'; DROP TABLE party; --", ["'; DROP TABLE party; --"]],
    ['=1+1', ['=1+1']],
  ])('%j becomes %j', (value, expected) => {
    expect(read(value)).toEqual(expected);
  });

  it('keeps lines where lines are meant', () => {
    expect(read('一\r\n二\u2028三', { max: 20, multiline: true })).toEqual(['一\n二\n三']);
  });

  it('refuses what is too long instead of cutting it, counting characters and not code units', () => {
    expect(read('长'.repeat(5000))).toEqual(['text.too-long']);
    expect(read('𠮷'.repeat(200))).toEqual(['𠮷'.repeat(200)]);
    expect(read('𠮷'.repeat(201))).toEqual(['text.too-long']);
  });

  it('is done after once, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.boolean(), (value, multiline) => {
        const once = safeText(value, { max: 500, multiline });
        const text = once.ok ? once.value.text : '';
        const codes = read(text, { max: 500, multiline });
        expect(codes.filter((code) => code !== 'text.private-use')).toEqual([text]);
        expect(text.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('a party', () => {
  const today = localDate('2026-05-18');

  it('is stored with its numbers normalised and its doubts said about the field', () => {
    const result = readParty({ ...worker, idNo: '11010519491231０02１', name: '周\u202e某' }, today);
    expect(result).toEqual({
      ok: true,
      value: {
        party: { ...worker, name: '周某', idNo: '110105194912310021' },
        warnings: [
          { code: 'text.direction-removed', field: 'name', facts: { count: 1 } },
          { code: 'id.check-digit', field: 'idNo' },
        ],
      },
    });
  });

  it('does not hold other papers against the check digit', () => {
    expect(readParty({ ...worker, idKind: 'passport', idNo: 'e1234 5678' }, today)).toMatchObject({
      ok: true,
      value: { party: { idNo: 'E12345678' }, warnings: [] },
    });
  });

  it('needs a name of which something is left', () => {
    expect(readParty({ ...worker, name: ' \u202e\u200b ' }, today)).toEqual({
      ok: false,
      error: { code: 'party.name-empty', field: 'name' },
    });
    expect(readParty({ ...worker, name: '长'.repeat(5000) }, today)).toEqual({
      ok: false,
      error: { code: 'text.too-long', field: 'name', facts: { length: 5000, max: 200 } },
    });
  });
});
