import { describe, expect, it } from 'vitest';
import { chooseHome, employerIdentity } from '#shared/domain/employer/employer-identity.ts';
import { creditCodeCheck, organisationCodeCheck } from '#shared/domain/party/credit-code.ts';

const unit = {
  role: 'respondent',
  type: 'unit',
  name: '某某物流（上海）有限公司',
  uscc: '91 3101-18MA0000003X',
} as const;
const nobody = { byCode: undefined, byName: [], current: undefined, alone: false };

describe('an employer', () => {
  it('is told by its code and its name, however their width and brackets were typed', () => {
    expect(employerIdentity(unit)).toEqual({ code: '91310118MA0000003X', name: '某某物流(上海)有限公司' });
    expect(employerIdentity({ ...unit, uscc: '9131' })?.code).toBe('');
  });

  it('has no code where the number of a person was typed, and keeps an old registration number', () => {
    const codeOf = (uscc: string) => employerIdentity({ ...unit, uscc })?.code;
    expect(
      ['330421 19900307 0000', '33042119900307001x', '138 0000 0000', '330421199003070000(周某)'].map(codeOf),
    ).toEqual(['', '', '', '']);
    expect(codeOf('330100600012345')).toBe('330100600012345');
    // Digits that read as a day of birth, with the two check characters of a company and not those of a person.
    const first16 = '9133041920010101';
    const first17 = `${first16}${organisationCodeCheck(first16.slice(8))}`;
    const company = `${first17}${creditCodeCheck(first17)}`;
    expect([company.length, codeOf(company)]).toEqual([18, company]);
  });

  it('is no person, nobody whose name is secret, and nobody who acts for others', () => {
    expect(employerIdentity({ ...unit, type: 'person' })).toBeUndefined();
    expect(employerIdentity({ ...unit, role: 'reporter' })).toBeUndefined();
    expect(employerIdentity({ ...unit, role: 'agent' })).toBeUndefined();
    expect(employerIdentity({ ...unit, name: ' ', uscc: '' })).toBeUndefined();
  });

  it('is found by its code before its name', () => {
    expect(chooseHome('C', { ...nobody, byCode: 7, byName: [{ home: 3, coded: false }] })).toBe(7);
    expect(chooseHome('C', { ...nobody, byName: [{ home: 3, coded: true }] })).toBeUndefined();
    expect(chooseHome('C', { ...nobody, byName: [{ home: 3, coded: false }] })).toBe(3);
    expect(chooseHome('', { ...nobody, byName: [{ home: 3, coded: true }] })).toBe(3);
  });

  it('stays what it was where it may, and when nobody else is it', () => {
    const two = [
      { home: 3, coded: false },
      { home: 5, coded: false },
    ];
    expect(chooseHome('', { ...nobody, byName: two, current: 5 })).toBe(5);
    expect(chooseHome('', { ...nobody, current: 9, alone: true })).toBe(9);
    expect(chooseHome('', { ...nobody, current: 9 })).toBeUndefined();
  });
});
