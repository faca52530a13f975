import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/base/local-date.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { worker } from '#tests/support/made-up-parties.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

async function windowNumbers(office: TestOffice): Promise<readonly string[]> {
  const { rows } = await office.ask('dossier.list', { filter: { sort: 'number' }, limit: 200 });
  return rows.map(({ windowNo }) => windowNo);
}

describe('numbers of files', () => {
  it('have no holes: a refused receipt or acceptance takes none', async () => {
    const office = await testOffice({ now: '2026-03-17T10:00' });
    const first = await receiveOne(office);
    await office.refusal('dossier.receive', { side: 'arb', receivedOn: '2026-03-18', parties: [worker('周某某')] });
    await office.refusal('dossier.receive', { side: 'arb', receivedOn: '2026-03-17', parties: [worker(' \u0000 ')] });
    const second = await receiveOne(office);
    await office.refusal('dossier.accept', { dossier: second, on: localDate('2026-03-18') });
    const one = await office.ask('dossier.accept', { dossier: second, on: localDate('2026-03-17') });
    await office.refusal('dossier.accept', { dossier: second, on: localDate('2026-03-17') });
    const two = await office.ask('dossier.accept', { dossier: first, on: localDate('2026-03-17') });
    expect([one.caseNo, two.caseNo]).toEqual(['青劳人仲(2026)办字第1号', '青劳人仲(2026)办字第2号']);
    expect(await windowNumbers(office)).toEqual(['青收2026-0001', '青收2026-0002']);
  });

  it('begin with 1 in the year in which the file was received', async () => {
    const office = await testOffice({ now: '2026-01-04T10:00' });
    await receiveOne(office, { receivedOn: '2025-12-31' });
    await receiveOne(office, { receivedOn: '2026-01-04' });
    await receiveOne(office, { receivedOn: '2025-12-30' });
    expect(await windowNumbers(office)).toEqual(['青收2026-0001', '青收2025-0002', '青收2025-0001']);
  });

  it('follow the template the office settles, which must keep two files apart', async () => {
    const office = await testOffice({ now: '2026-03-17T10:00' });
    await receiveOne(office);
    await office.ask('office.setSettings', { windowNumber: '收件{open}{year}{close}{seq}' });
    await receiveOne(office);
    expect(await windowNumbers(office)).toEqual(['青收2026-0001', '收件(2026)0002'].toSorted().toReversed());
    const code = async (windowNumber: string) => (await office.refusal('office.setSettings', { windowNumber })).code;
    expect(await code('收件{year}')).toBe('number.no-seq');
    expect(await code('{year}{seq}{seq}')).toBe('number.two-seq');
    expect(await code('{year}{seq}{who}')).toBe('number.unknown-token');
  });

  it('count on through the years when the template does not name the year', async () => {
    const office = await testOffice({ now: '2026-01-04T10:00' });
    await office.ask('office.setSettings', { windowNumber: '收{seq}' });
    await receiveOne(office, { receivedOn: '2025-12-31' });
    await receiveOne(office, { receivedOn: '2026-01-04' });
    expect(await windowNumbers(office)).toEqual(['收0002', '收0001']);
  });
});
