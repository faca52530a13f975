import { describe, expect, it } from 'vitest';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { employer, worker } from '#tests/support/made-up-parties.ts';
import { testOffice } from '#tests/support/office.ts';

describe('finding anything by a few characters', () => {
  it('finds files, the parties called so on them, and people, by name and by sound', async () => {
    const office = await testOffice();
    const dossier = await receiveOne(office, { parties: [worker('曾样梅', 3), employer('上海样例物流有限公司')] });
    await office.ask('person.add', { name: '曾审理', roles: ['arbitrator'] });
    for (const text of ['曾样', 'zym', 'zengyangmei']) {
      const found = await office.ask('find.anything', { text });
      expect(
        found.files.map(({ id }) => id),
        text,
      ).toEqual([dossier]);
      expect(found.parties, text).toMatchObject([{ dossier, side: 'arb', role: 'applicant', name: '曾样梅' }]);
    }
    expect((await office.ask('find.anything', { text: 'zsl' })).people).toMatchObject([{ name: '曾审理' }]);
    expect((await office.ask('find.anything', { text: '曾' })).people).toMatchObject([{ name: '曾审理' }]);
  });

  it('finds nothing for blanks, and tells no number of a person', async () => {
    const office = await testOffice();
    await receiveOne(office, { parties: [worker('曾样梅', 3), employer('上海样例物流有限公司')] });
    expect(await office.ask('find.anything', { text: ' \u3000 ' })).toEqual({ files: [], parties: [], people: [] });
    const { idNo = '' } = worker('曾样梅', 3);
    expect(idNo.length).toBeGreaterThan(10);
    expect(JSON.stringify(await office.ask('find.anything', { text: '曾样' }))).not.toContain(idNo);
  });

  it('never names who reported', async () => {
    const office = await testOffice();
    const reporter = { ...worker('举样报', 5), role: 'reporter' as const };
    const parties = [reporter, { ...employer('上海样例物流有限公司'), role: 'employer' as const }];
    await receiveOne(office, { side: 'lsi', parties });
    const { parties: named } = await office.ask('find.anything', { text: '举样' });
    expect(named).toEqual([]);
  });
});
