import { expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { approval } from '#tests/support/approval.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { takeIn } from '#tests/support/take-in.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What may still be written about a closed file, as its page shows it. */
async function said(office: TestOffice, dossier: DossierId): Promise<unknown> {
  const { notes, files, links, joinings, row } = await office.ask('dossier.get', { dossier });
  return { notes, files, links, joinings, status: row.status };
}

async function attach(office: TestOffice, dossier: DossierId, name: string): Promise<string> {
  const { manifest } = await takeIn(office, name, bytes(name));
  return (await office.ask('dossier.attach', { dossier, manifest, name })).id;
}

async function undo(office: TestOffice, dossier: DossierId): Promise<void> {
  const act = await office.ask('dossier.lastAct', { dossier });
  expect(act).toMatchObject({ refusal: null });
  await office.ask('dossier.undo', { dossier, entry: act?.entry ?? '' });
}

it('takes back on a closed file whatever may be recorded there, one act after the other, and never the closing', async () => {
  const office = await testOffice({ now: '2026-03-12T09:00' });
  const [dossier, other] = [await receiveOne(office), await receiveOne(office)];
  for (const id of [dossier, other]) await office.ask('dossier.accept', { dossier: id, on: localDate('2026-03-09') });
  const decision = { ground: '同一事由', decidedBy: '院负责人', paper: '通知书1号' };
  const { revision: base } = await office.ask('dossier.get', { dossier });
  await office.ask('dossier.join', {
    ...{ dossier, base, other, lead: 'this', on: localDate('2026-03-10') },
    ...decision,
  });
  const [first, second] = [await attach(office, dossier, '甲.txt'), await attach(office, dossier, '乙.txt')];
  await office.ask('dossier.close', { ...approval, dossier, on: localDate('2026-03-11'), type: 'arb.withdrawn' });
  const joining = async () => (await office.ask('dossier.get', { dossier })).joinings[0]?.id as never;
  const acts: readonly (() => Promise<unknown>)[] = [
    () => office.ask('note.add', { dossier, text: '归档前核对' }),
    () => attach(office, dossier, '送达回证.txt'),
    () => office.ask('file.amend', { dossier, file: first, name: '证据一.txt' }),
    async () => {
      const { files } = await office.ask('dossier.get', { dossier });
      const third = files.find(({ id }) => id !== first && id !== second)?.id ?? '';
      await office.ask('file.order', { dossier, volume: 'main', files: [second, third, first] });
    },
    () => office.ask('dossier.link', { dossier, other, link: 'related' }),
    () => office.ask('dossier.unlink', { dossier, other }),
    async () =>
      office.ask('dossier.part', { dossier, joining: await joining(), on: localDate('2026-03-11'), ...decision }),
    async () =>
      office.ask('dossier.strikeJoining', { dossier, joining: await joining(), what: 'parting', reason: '误记' }),
  ];
  const stages: unknown[] = [];
  for (const act of acts) {
    stages.push(await said(office, dossier));
    await act();
    expect(await said(office, dossier)).not.toEqual(stages.at(-1));
  }
  for (const stage of stages.toReversed()) {
    await undo(office, dossier);
    expect(await said(office, dossier)).toEqual(stage);
  }
  expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  const closing = await office.ask('dossier.lastAct', { dossier });
  expect(closing).toMatchObject({ kind: 'dossier.closed', refusal: 'undo.not-this-kind' });
  expect(await office.refusal('dossier.undo', { dossier, entry: closing?.entry ?? '' })).toMatchObject({
    code: 'dossier.already-closed',
  });
});
