import { describe, expect, it } from 'vitest';
import { dossierTitle } from '#electron/services/dossier/dossier-title.ts';
import { partyRole } from '#shared/contract/party.ts';
import { partyRoleNames, partyRoles, rolesOfSide } from '#shared/domain/party/party.ts';

describe('the roles of parties', () => {
  it('are the same for the screen and the rules, each with a name and a side', () => {
    expect(partyRole.options.toSorted()).toEqual(partyRoles.toSorted());
    expect(Object.keys(partyRoleNames).toSorted()).toEqual(partyRoles.toSorted());
    expect([...new Set([...rolesOfSide.arb, ...rolesOfSide.lsi])].toSorted()).toEqual(partyRoles.toSorted());
  });

  it('keep a reporter out of the line a file is known by', () => {
    const parties = [
      { role: 'reporter', type: 'person', name: '某甲' },
      { role: 'employer', type: 'unit', name: '某某有限公司' },
    ] as const;
    expect(dossierTitle(parties)).toBe('某某有限公司');
    expect(dossierTitle(parties.slice(0, 1))).toBe('');
  });

  it('give the line how many they are, whatever they are', () => {
    const person = (role: string, name: string) => ({ role, type: 'person', name });
    const unit = (name: string) => ({ role: 'respondent', type: 'unit', name });
    const both = [person('applicant', '周某'), person('applicant', '吴某'), unit('某公司'), unit('某店')];
    expect(dossierTitle(both)).toBe('周某等2人 — 某公司等2家单位');
    expect(dossierTitle([...both, person('respondent', '陆某')])).toBe('周某等2人 — 某公司等3方');
  });

  it('know the representative of many on both sides, and who reports on the side of inspection only', () => {
    expect(rolesOfSide.arb).toContain('representative');
    expect(rolesOfSide.lsi).toEqual(expect.arrayContaining(['representative', 'reporter', 'complainant']));
    expect(rolesOfSide.arb).not.toContain('reporter');
    expect(partyRoleNames.reporter.zh).toBe('举报人');
    expect(partyRoleNames.representative.zh).toBe('代表人');
  });
});
