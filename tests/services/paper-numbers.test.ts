import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/base/local-date.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { employer, worker } from '#tests/support/made-up-parties.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { takeStep } from '#tests/support/served-case.ts';

const day = localDate;

async function filed(office: TestOffice) {
  const parties = [
    { ...worker('周某某'), role: 'complainant' as const },
    { ...employer('某某物流(上海)有限公司'), role: 'employer' as const },
  ];
  const dossier = await receiveOne(office, { side: 'lsi', receivedOn: '2026-03-02', parties });
  await office.ask('dossier.accept', {
    dossier,
    on: day('2026-03-03'),
    approvedBy: '局负责人',
    paper: '立案审批表1号',
  });
  return dossier;
}

describe('the number of an order or decision of inspection', () => {
  it('is proposed one behind the highest on a paper, a struck one included, by the pattern in force', async () => {
    const office = await testOffice({ now: '2026-03-20T10:00' });
    const [one, two] = [await filed(office), await filed(office)];
    const next = async (step: string) => (await office.ask('office.paperNumber', { dossier: two, step })).number;
    expect(await next('lsi.order')).toBe('青人社监令字〔2026〕第1号');
    await takeStep(office, one, 'lsi.order', '2026-03-09', { paper: '青人社监令字[2026]第7号', decidedBy: '吴某' });
    expect(await next('lsi.order')).toBe('青人社监令字〔2026〕第8号');
    expect(await next('lsi.penalise')).toBe('青人社监罚字〔2026〕第1号');
    expect(await next('lsi.tell')).toBeNull();
    const { life, revision: base } = await office.ask('dossier.get', { dossier: one });
    const step = life.steps.find(({ code }) => code === 'lsi.order')?.id ?? '';
    await office.ask('dossier.correctStep', { dossier: one, step: step as never, base, on: null, reason: '记错' });
    expect(await next('lsi.order')).toBe('青人社监令字〔2026〕第8号');
    await office.ask('office.setSettings', { penaltyNumber: '{dist}人社监令字{open}{year}{close}第{seq}号' });
    expect(await next('lsi.penalise')).toBe('青人社监令字〔2026〕第8号');
    await office.ask('office.setSettings', { penaltyNumber: '' });
    expect(await next('lsi.penalise')).toBe('青人社监罚字〔2026〕第1号');
    expect((await office.refusal('office.setSettings', { orderNumber: '{dist}令字{year}号' })).code).toBe(
      'number.no-seq',
    );
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });
});
