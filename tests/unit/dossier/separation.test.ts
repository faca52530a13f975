import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/base/local-date.ts';
import { checkSeparation, type SeparatedFile } from '#shared/domain/dossier/separation.ts';

const today = localDate('2026-03-17');
const file: SeparatedFile = {
  ...{ side: 'arb', stage: 'ACCEPTED', receivedOn: localDate('2026-03-02') },
  parties: [
    { id: 'a1', role: 'applicant' },
    { id: 'a2', role: 'applicant' },
    { id: 'r1', role: 'respondent' },
    { id: 'r2', role: 'respondent' },
    { id: 'g', role: 'agent' },
  ],
};

function codeOf(goes: readonly string[], both: readonly string[], of: Partial<SeparatedFile> = {}, on = today) {
  const checked = checkSeparation({ ...file, ...of }, { goes, both }, on, today);
  return checked.ok ? '' : checked.error.code;
}

describe('taking parties out of a file', () => {
  it('needs somebody who asks in each file', () => {
    expect(codeOf(['a2', 'g'], ['r1', 'r2'])).toBe('');
    expect(codeOf(['g'], ['r1'])).toBe('separation.nobody-goes');
    expect(codeOf(['a1', 'a2'], ['r1'])).toBe('separation.nobody-stays');
  });

  it('needs somebody who answers in each file, where there is a respondent', () => {
    expect(codeOf(['a2'], [])).toBe('separation.no-respondent');
    expect(codeOf(['a2', 'r1', 'r2'], [])).toBe('separation.no-respondent');
    expect(codeOf(['a2', 'r2'], [])).toBe('');
    expect(codeOf(['a2'], [], { parties: file.parties.filter(({ role }) => role !== 'respondent') })).toBe('');
  });

  it('knows its parties, each in one place', () => {
    expect(codeOf(['a2', 'x'], ['r1'])).toBe('separation.unknown-party');
    expect(codeOf(['a2', 'r1'], ['r1'])).toBe('separation.unknown-party');
  });

  it('is for open arbitration files, on a day since their receipt', () => {
    expect(codeOf(['a2'], ['r1'], { side: 'lsi' })).toBe('separation.no-arbitration');
    expect(codeOf(['a2'], ['r1'], { stage: 'CLOSED' })).toBe('separation.closed');
    expect(codeOf(['a2'], ['r1'], {}, localDate('2026-03-18'))).toBe('separation.in-future');
    expect(codeOf(['a2'], ['r1'], {}, localDate('2026-03-01'))).toBe('separation.before-receipt');
  });
});
