import { expect, it } from 'vitest';
import type { ReadDb } from '#electron/store/db.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { employer, madeUpId, worker } from '#tests/support/made-up-parties.ts';
import { testOffice } from '#tests/support/office.ts';
import { takeIn } from '#tests/support/take-in.ts';
import { acceptedDossier, finishedLetter, twoOffices } from './support/two-offices.ts';

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

/** Everything employers are looked for, sorted and listed by. */
function employerTexts(db: ReadDb): string {
  const texts = db.all<object>('SELECT words, search, sort_key, code FROM employer');
  return JSON.stringify([texts, db.all('SELECT code FROM employer_party')]);
}

it('keeps them out of what employers are found by, in their names and where their code belongs', async () => {
  const office = await testOffice();
  const { db } = office.open.store;
  const owner = madeUpId('330421', '19900307', 7);
  const shop = { ...employer('样例餐饮店(周某 13700000000)'), uscc: '330100600012345' };
  const unnumbered = { ...employer('样例理发店'), uscc: owner };
  await receiveOne(office, { parties: [shop] });
  const dossier = await receiveOne(office, { parties: [unnumbered] });
  await receiveOne(office, { parties: [{ ...employer('样例面馆'), uscc: `${owner}(周某)` }] });
  await receiveOne(office, { parties: [{ ...employer('样例书店'), uscc: '13700000000' }] });

  const inFiles = db.all<{ text: string }>('SELECT short || long AS text FROM search_text').map(({ text }) => text);
  for (const kept of [inFiles.join(), employerTexts(db)]) expect(kept).not.toMatch(/330421|19900307|13700/);
  const files = async (text: string) => (await office.ask('dossier.list', { filter: { text } })).total;
  const employers = async (text: string) => (await office.ask('employer.list', { filter: { text } })).rows;
  for (const number of [owner, '13700000000', '330421']) {
    expect([await files(number), await employers(number)], number).toEqual([0, []]);
  }
  // An old registration number has fifteen digits as an old identity number has, and is what the shop is known by.
  expect(await employers('330100600012345')).toMatchObject([{ name: shop.name, code: '330100600012345' }]);
  expect(await files('330100600012345')).toBe(1);
  for (const words of ['样例餐饮店 周某', 'ylcyd']) expect(await employers(words), words).toHaveLength(1);

  const [found] = await employers('样例理发店');
  expect(found).toMatchObject({ code: '' });
  expect((await office.ask('employer.get', { employer: found?.id ?? '' })).codes).toMatchObject([
    { text: `330***********${owner.slice(-4)}` },
  ]);
  // Another file brings the same name: nothing is counted anew, and nothing comes in with it.
  await receiveOne(office, { parties: [shop] });
  await receiveOne(office, { parties: [unnumbered] });
  expect(employerTexts(db)).not.toMatch(/330421|13700/);
  expect(await employers('样例')).toHaveLength(4);
  expect((await office.ask('dossier.get', { dossier })).parties).toHaveLength(1);
  expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
});

it('keeps them out of what requests are found by', async () => {
  const { asks, does } = await twoOffices();
  const dossier = await acceptedDossier(asks);
  const letter = await finishedLetter(asks, does, dossier);
  const parties = [{ role: '被申请人', name: '样例餐饮店(周某 13700000000)' }];
  const matter = { ...letter.matter, parties, cause: '工资 330421199003070000' };
  const ids = { dossier: dossier as never, partner: does.open.office };
  await asks.ask('paper.submit', { ...ids, letter: { ...letter, matter } });
  const found = async (text: string) => (await asks.ask('request.list', { text })).total;
  expect([await found('样例餐饮店'), await found('13700000000'), await found('330421199003070000')]).toEqual([1, 0, 0]);
  expect(JSON.stringify(asks.open.store.db.all('SELECT search FROM request'))).not.toMatch(/13700|330421/);
});
