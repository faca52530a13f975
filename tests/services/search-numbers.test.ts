import { expect, it } from 'vitest';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { employer, worker } from '#tests/support/made-up-parties.ts';
import { testOffice } from '#tests/support/office.ts';
import { takeIn } from '#tests/support/take-in.ts';

it('keeps identity and mobile numbers out of what files are found by, wherever they were written', async () => {
  const office = await testOffice();
  const dossier = await receiveOne(office, {
    cause: '追索劳动报酬 330421199003070000',
    summary: '申请人身份证330421199003070000，主张加班费13800元',
    parties: [worker('周某某 13700000000'), employer('某某物流(上海)有限公司')],
  });
  await office.ask('note.add', {
    dossier,
    text: '电话１３８０００００００１，改约2026-03-20谈话，见青劳人仲(2026)办字第138号',
  });
  const file = await takeIn(office, '330421 19900307 0001身份证明.txt', new TextEncoder().encode('证明'));
  await office.ask('dossier.attach', { dossier, manifest: file.manifest, name: file.name });

  const { db } = office.open.store;
  const kept = db.all<{ text: string }>("SELECT short || ' ' || long AS text FROM search_text").map(({ text }) => text);
  expect(kept.join()).not.toMatch(/330421|1990|13[78]0000/);
  const found = async (text: string) => (await office.ask('dossier.list', { filter: { text } })).total;
  for (const number of ['330421199003070000', '1990030', '13800000001', '13700000000', '330421']) {
    expect(await found(number), number).toBe(0);
  }
  for (const word of ['13800元', '2026-03-20', '第138号', '身份证明', '周某某', 'zmm', '申请人身份证 主张加班费']) {
    expect(await found(word), word).toBe(1);
  }
  expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
});
