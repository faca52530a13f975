import { describe, expect, it } from 'vitest';
import { asShown, emptyParty, receiveInput, withoutHidden } from '#renderer/features/dossier/receive/receive-value.ts';
import { localDate } from '#shared/base/local-date.ts';

const long = '1'.repeat(500);

describe('a party that is of another type than it was typed as', () => {
  it('is handed in without what its form no longer shows', () => {
    const typed = {
      ...emptyParty('third'),
      name: '某某公司',
      idNo: long,
      uscc: '91310118MA1JL00001',
      legalRep: '王样',
    };
    expect(asShown({ ...typed, type: 'unit' })).toMatchObject({
      idNo: '',
      uscc: '91310118MA1JL00001',
      legalRep: '王样',
    });
    expect(asShown({ ...typed, type: 'person' })).toMatchObject({ idNo: long, uscc: '', legalRep: '' });
    const receipt = {
      side: 'arb',
      channel: 'window',
      branch: '',
      cause: '',
      handler: null,
      summary: '',
      claims: [],
    } as const;
    const input = receiveInput({
      ...receipt,
      receivedOn: localDate('2026-03-17'),
      parties: [{ ...typed, type: 'unit' }],
    });
    expect(input?.parties[0]).toMatchObject({ name: '某某公司', idNo: '' });
  });

  it('keeps stored what a change no longer shows', () => {
    expect(withoutHidden({ type: 'unit', idNo: long, uscc: 'x' }, 'unit')).toEqual({ type: 'unit', uscc: 'x' });
    expect(withoutHidden({ uscc: long, legalRep: 'a', phone: '1' }, 'person')).toEqual({ phone: '1' });
  });
});
