import { describe, expect, it } from 'vitest';
import { residentIdCheckDigit } from '#shared/domain/party/identity-number.ts';
import { matchWords } from '#shared/domain/party/match-words.ts';

const person = { type: 'person', name: '', idKind: 'resident', idNo: '', uscc: '', phone: '' } as const;

describe('what a party is recognised by', () => {
  it('is the same for the old and the new form of an identity number', () => {
    const first17 = '31011819850312001';
    const whole = `${first17}${residentIdCheckDigit(first17)}`;
    expect(matchWords({ ...person, idNo: '310118850312001' })).toEqual([{ by: 'id', word: whole }]);
    expect(matchWords({ ...person, idNo: whole.toLowerCase() })).toEqual([{ by: 'id', word: whole }]);
  });

  it('is never a name alone, nor a number half typed', () => {
    expect(matchWords({ ...person, name: '纪某某', idNo: '3101' })).toEqual([]);
    expect(matchWords({ ...person, name: '纪某某', phone: '1380' })).toEqual([]);
    expect(matchWords({ ...person, idKind: 'none', idNo: '310118198503' })).toEqual([]);
    expect(matchWords({ ...person, type: 'unit', name: '公司' })).toEqual([]);
  });

  it('does not depend on how a name or telephone is written', () => {
    const words = (name: string, phone: string) => matchWords({ ...person, name, phone });
    expect(words('阿依古丽·某某', '138 0000 0021')).toEqual(words('阿依古丽•某 某', '+86-13800000021'));
    const unit = (name: string) => matchWords({ ...person, type: 'unit', name });
    expect(unit('某某物流（上海）有限公司')).toEqual(unit('某某 物流(上海)有限公司'));
    expect(unit('某某物流有限公司')).not.toEqual(unit('某某物流(上海)有限公司'));
  });
});
