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
      { role: 'reporter', name: '某甲' },
      { role: 'employer', name: '某某有限公司' },
    ] as const;
    expect(dossierTitle(parties)).toBe('某某有限公司');
    expect(dossierTitle(parties.slice(0, 1))).toBe('');
  });

  it('know the representative of many on both sides, and who reports on the side of inspection only', () => {
    expect(rolesOfSide.arb).toContain('representative');
    expect(rolesOfSide.lsi).toEqual(expect.arrayContaining(['representative', 'reporter', 'complainant']));
    expect(rolesOfSide.arb).not.toContain('reporter');
    expect(partyRoleNames.reporter.zh).toBe('举报人');
    expect(partyRoleNames.representative.zh).toBe('代表人');
  });
});
