import { describe, expect, it } from 'vitest';
import type { ManifestId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { approval } from '#tests/support/approval.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

async function takeIn(office: TestOffice, name: string, text: string): Promise<ManifestId> {
  const bytes = new TextEncoder().encode(text);
  const { upload } = await office.ask('file.begin', { name, size: bytes.length });
  await office.ask('file.append', { upload, offset: 0, bytes });
  const taken = await office.ask('file.finish', { upload });
  // The answer names the manifest it made.
  return taken.manifest as ManifestId;
}

describe('documents of a file', () => {
  it('are put on it with size and type as stored, whoever says otherwise, and taken off again', async () => {
    const office = await testOffice();
    const dossier = await receiveOne(office);
    const manifest = await takeIn(office, '申请书.pdf', '%PDF-1.7 made up');
    const put = { dossier, manifest, name: '申请书\u202e.pdf', volume: 'sub' as const, note: '原件核对' };
    const { id } = await office.ask('dossier.attach', put);
    expect((await office.ask('dossier.get', { dossier })).files).toEqual([
      {
        ...{ id, manifest, name: '申请书.pdf', size: 16, mime: 'application/pdf', volume: 'sub' },
        ...{
          addedOn: '2026-03-17',
          addedBy: '沈书记员',
          note: '原件核对',
          version: 1,
          pages: null,
          pagesSaid: false,
          text: 'waiting',
          older: [],
        },
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    expect(await office.refusal('dossier.attach', put)).toEqual({ kind: 'refused', code: 'file.already-on-dossier' });
    await office.ask('dossier.detach', { dossier, file: id });
    expect((await office.ask('dossier.get', { dossier })).files).toEqual([]);
    const gone = await office.refusal('dossier.detach', { dossier, file: id });
    expect(gone).toEqual({ kind: 'not-found', code: 'not-found.file' });
    const { rows } = await office.ask('dossier.history', { dossier });
    expect(rows.map(({ kind }) => kind)).toEqual(['file.removed', 'file.attached', 'dossier.received']);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('may come after closing, but nothing is taken off then, and only what was taken in is put on', async () => {
    const office = await testOffice();
    const dossier = await receiveOne(office);
    await office.ask('dossier.close', { ...approval, dossier, on: localDate('2026-03-17'), type: 'arb.rejected' });
    const manifest = await takeIn(office, '裁决后收到.txt', '裁决后收到');
    const { id } = await office.ask('dossier.attach', { dossier, manifest, name: '裁决后收到.txt' });
    expect(await office.refusal('dossier.detach', { dossier, file: id })).toMatchObject({
      code: 'dossier.already-closed',
    });
    const never = 'f'.repeat(64) as ManifestId;
    expect(await office.refusal('dossier.attach', { dossier, manifest: never, name: 'x' })).toMatchObject({
      ...{ kind: 'not-found', code: 'not-found.file' },
    });
    expect(await office.refusal('dossier.attach', { dossier, manifest, name: '\u200b' })).toMatchObject({
      ...{ kind: 'bad-input', code: 'file.name-empty' },
    });
  });
});
