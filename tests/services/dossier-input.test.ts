import { describe, expect, it } from 'vitest';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { worker } from '#tests/support/made-up-parties.ts';
import { testOffice } from '#tests/support/office.ts';

const hostile = [
  `'; DROP TABLE dossier; --`,
  `=HYPERLINK("http://x","y")`,
  '@SUM(1+1)*cmd',
  '"a","b"\t;|%_\\',
  `<script>alert(1)</script>`,
  '𠮷野家 👩‍👩‍👧',
  '${1+1} {{7*7}} %s',
];

describe('what a person types', () => {
  it('is kept as data in every field, whatever language it would be in', async () => {
    const office = await testOffice();
    for (const text of hostile) {
      const named = { ...worker(text), idNo: '', phone: text.slice(0, 20), address: text };
      const dossier = await receiveOne(office, {
        cause: text,
        summary: text,
        parties: [named],
        receivedOn: '2026-03-17',
      });
      await office.ask('note.add', { dossier, text });
      const view = await office.ask('dossier.get', { dossier });
      const joined = text.replaceAll(/[\t\u200d]/g, (char) => (char === '\t' ? ' ' : ''));
      expect(view).toMatchObject({ row: { cause: joined }, summary: text });
      expect(view.parties[0]).toMatchObject({ name: joined, address: joined });
      expect(view.notes[0]?.text).toBe(text);
      const found = await office.ask('dossier.list', { filter: { text } });
      expect(found.rows.map(({ id }) => id)).toEqual([dossier]);
    }
    expect((await office.ask('dossier.list', {})).total).toBe(hostile.length);
  });

  it('is cleaned of controls and direction marks, which is said, and is never cut', async () => {
    const office = await testOffice();
    const named = { ...worker('周\u202e某\u0000某\u200b'), idNo: '' };
    const received = await office.ask('dossier.receive', { side: 'arb', receivedOn: '2026-03-17', parties: [named] });
    expect(received.warnings.map(({ code, field }) => [code, field])).toEqual([
      ['text.control-removed', 'parties.0.name'],
      ['text.direction-removed', 'parties.0.name'],
      ['text.invisible-removed', 'parties.0.name'],
    ]);
    const dossier = received.id as never;
    expect((await office.ask('dossier.get', { dossier })).parties[0]?.name).toBe('周某某');

    const long = '长'.repeat(5000);
    const tooLong = await office.refusal('dossier.receive', {
      ...{ side: 'arb', receivedOn: '2026-03-17', parties: [worker(long)] },
    });
    expect(tooLong).toMatchObject({ kind: 'bad-input', field: 'parties.0.name' });
    const { revision: base } = await office.ask('dossier.get', { dossier });
    await office.ask('dossier.amend', { dossier, base, summary: long });
    expect((await office.ask('dossier.get', { dossier })).summary).toBe(long);
    const empty = await office.refusal('note.add', { dossier, text: '\u200b\u0007' });
    expect(empty).toEqual({ kind: 'bad-input', code: 'note.empty', field: 'text' });
  });

  it('finds nothing by wildcards, and everything by its folded form', async () => {
    const office = await testOffice();
    await receiveOne(office, { cause: '工资 100% A_B' });
    const found = async (text: string) => (await office.ask('dossier.list', { filter: { text } })).total;
    expect([await found('%'), await found('100%'), await found('a_b'), await found('a%b'), await found('__')]).toEqual([
      ...[1, 1, 1, 0, 0],
    ]);
    expect([
      await found('青收２０２６-0001'),
      await found('周某某 物流'),
      await found('物流（上海）'),
      await found('不存在'),
    ]).toEqual([1, 1, 1, 0]);
  });

  it('reaches no rule when the file, person or party is not here', async () => {
    const office = await testOffice();
    const nobody = '01890000-0000-7000-8000-000000000000' as never;
    const failures = [
      await office.refusal('dossier.get', { dossier: nobody }),
      await office.refusal('dossier.history', { dossier: nobody }),
      await office.refusal('note.add', { dossier: nobody, text: 'x' }),
      await office.refusal('dossier.detach', { dossier: nobody, file: nobody }),
    ];
    expect(failures.map(({ code }) => code)).toEqual(Array.from({ length: 4 }, () => 'not-found.dossier'));
    const parties = [worker('周某某')];
    const failure = await office.refusal('dossier.receive', {
      side: 'arb',
      receivedOn: '2026-03-17',
      parties,
      handler: nobody,
    });
    expect(failure).toEqual({ kind: 'not-found', code: 'not-found.person', field: 'handler' });
  });
});
