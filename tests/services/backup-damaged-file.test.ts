import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { madeUpOffice, type TestBackend, testBackend } from '#tests/support/backend.ts';
import { employer, worker } from '#tests/support/made-up-parties.ts';
import { takeIn } from '#tests/support/take-in.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const passphrase = 'after the restore';

async function officeWithFiles() {
  const office = await testBackend({ keychain: true });
  const { recoveryKey } = await office.ask('session.create', madeUpOffice);
  const parties = [worker('周某某'), employer('某某物流有限公司')];
  const received = await office.ask('dossier.receive', { side: 'arb', receivedOn: '2026-03-10', parties });
  const dossier = received.id as DossierId;
  for (const name of ['申请书.pdf', '台账.pdf']) {
    const { manifest } = await takeIn(office, name, Buffer.from(name.repeat(4000)));
    await office.ask('dossier.attach', { dossier, manifest, name });
  }
  const { path } = await office.ask('backup.make', { folder: tempFolder() });
  return { recoveryKey, path, dossier };
}

/** Places of the parts of files under a folder, the largest first. */
function partsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted((one, other) => statSync(other).size - statSync(one).size);
}

async function restored(path: string, recoveryKey: string) {
  const office = await testBackend();
  return { office, ...(await office.ask('backup.restore', { folder: path, recoveryKey, passphrase })) };
}

const reads = async (office: TestBackend, dossier: DossierId) => {
  const { files } = await office.ask('dossier.get', { dossier });
  const outcomes: string[] = [];
  for (const { manifest, name } of files) {
    const piece = { manifest: manifest as never, offset: 0, length: 1000 };
    const reply = await office.invoke('file.read', piece);
    outcomes.push(`${name} ${reply.ok ? 'whole' : reply.failure.code}`);
  }
  return outcomes.toSorted();
};

describe('a copy in which a part of a file', () => {
  it.each([
    ['was changed', (part: string) => writeFileSync(part, 'torn')],
    ['is gone', (part: string) => rmSync(part)],
  ])('%s is restored all the same, names the file, and opens every other', async (what, spoil) => {
    const { recoveryKey, path, dossier } = await officeWithFiles();
    const [part = ''] = partsIn(path);
    spoil(part);
    const { office, damaged } = await restored(path, recoveryKey);
    expect(damaged).toEqual([{ manifest: expect.any(String), names: [expect.stringContaining('.pdf')], parts: 1 }]);
    const [bad = ''] = damaged.flatMap(({ names }) => names);
    const good = bad === '台账.pdf' ? '申请书.pdf' : '台账.pdf';
    expect((await office.ask('store.verify', {})).files).toEqual(damaged);
    if (what === 'was changed') expect(partsIn(office.folder)).toHaveLength(2);
    // It is damaged and stays so: opened once more, and checked once more, it is not taken for one that is on its way.
    for (const time of ['first', 'again']) {
      const told = [`${bad} file.damaged`, `${good} whole`].toSorted();
      expect(await reads(office, dossier), time).toEqual(told);
      expect((await office.ask('store.verify', {})).files, time).toEqual(damaged);
    }
  });

  it('is what it was says nothing of the sort', async () => {
    const { recoveryKey, path, dossier } = await officeWithFiles();
    const { office, damaged } = await restored(path, recoveryKey);
    expect(damaged).toEqual([]);
    expect(await office.ask('store.verify', {})).toMatchObject({ problems: [], files: [] });
    expect(await reads(office, dossier)).toEqual(['台账.pdf whole', '申请书.pdf whole'].toSorted());
  });
});
