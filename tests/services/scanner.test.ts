import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { takeIn } from '#tests/support/take-in.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

async function scanning() {
  const office = await testOffice();
  const folder = tempFolder();
  await office.ask('scanner.setFolder', { folder });
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  let minute = 10;
  /** Looks twice, a minute apart. */
  const listed = async () => {
    await office.ask('scanner.list', {});
    minute += 1;
    office.setNow(`2026-03-17T10:${minute}`);
    return office.ask('scanner.list', {});
  };
  return { office, folder, write, listed };
}

async function read(office: TestOffice, scan: { name: string; size: number; changed: number }) {
  return (await office.ask('scanner.read', { ...scan, offset: 0, length: 1_048_576 })).bytes;
}

describe('the folder of the scanner', () => {
  it('lists files once they have stayed as they are, and nothing that is no scan', async () => {
    const { office, folder, write, listed } = await scanning();
    await write('扫描0001.txt', 'made up page one');
    await write('.hidden', 'x');
    await write('page.tmp', 'x');
    await write('empty.pdf', '');
    await mkdir(join(folder, 'sub'));
    await symlink('/etc/hostname', join(folder, 'link.txt'));
    expect(await office.ask('scanner.list', {})).toMatchObject({ folder, scans: [], writing: 2 });
    const { scans, writing } = await listed();
    expect({ names: scans.map(({ name }) => name), writing }).toEqual({ names: ['扫描0001.txt'], writing: 1 });
    await write('扫描0001.txt', 'made up page one, and more');
    expect((await office.ask('scanner.list', {})).scans).toEqual([]);
  });

  it('moves a file aside only when its bytes lie on a dossier, and replaces nothing there', async () => {
    const { office, folder, write, listed } = await scanning();
    const dossier = await receiveOne(office);
    await mkdir(join(folder, '已存入'));
    await writeFile(join(folder, '已存入', '扫描.txt'), 'an older one');
    await write('扫描.txt', 'made up page');
    const [scan] = (await listed()).scans;
    if (scan === undefined) throw new Error('nothing listed');
    expect(await office.refusal('scanner.putAway', scan)).toMatchObject({ code: 'scanner.not-kept' });
    const bytes = await read(office, scan);
    const { manifest } = await takeIn(office, scan.name, bytes);
    // Taken in, and on no dossier: a program that ends here leaves the scan where it is.
    expect(await office.refusal('scanner.putAway', scan)).toMatchObject({ code: 'scanner.not-kept' });
    await office.ask('dossier.attach', { dossier, manifest, name: scan.name });
    expect(await office.ask('scanner.putAway', scan)).toEqual({ movedTo: join('已存入', '扫描 (2).txt') });
    expect(await readdir(folder)).toEqual(['已存入']);
    expect((await readdir(join(folder, '已存入'))).toSorted()).toEqual(['扫描 (2).txt', '扫描.txt']);
  });

  it('reads nothing that changed after it was listed, and nothing outside', async () => {
    const { office, folder, write, listed } = await scanning();
    await write('a.txt', 'made up');
    const [scan] = (await listed()).scans;
    if (scan === undefined) throw new Error('nothing listed');
    await symlink('/etc/hostname', join(folder, 'link.txt'));
    await write('a.txt', 'made up, changed');
    const asked = { offset: 0, length: 100, size: scan.size, changed: scan.changed };
    for (const name of ['a.txt', 'gone.txt', 'link.txt', '../secret', '/etc/hostname', '..', 'a\\b']) {
      expect(await office.refusal('scanner.read', { ...asked, name }), name).toMatchObject({ code: 'scanner.changed' });
    }
  });

  it('is refused by what is wrong with it, and can be given up', async () => {
    const { office, folder, write } = await scanning();
    await write('file.txt', 'x');
    for (const [wrong, code] of [
      ['relative', 'folder-not-absolute'],
      [join(folder, 'gone'), 'folder-missing'],
      [join(folder, 'file.txt'), 'not-a-folder'],
      [office.folder, 'own-folder'],
    ] as const) {
      expect(await office.refusal('scanner.setFolder', { folder: wrong }), wrong).toMatchObject({
        code: `scanner.${code}`,
      });
    }
    expect(await office.ask('scanner.get', {})).toEqual({ folder });
    await office.ask('scanner.setFolder', { folder: '' });
    expect(await office.refusal('scanner.list', {})).toMatchObject({ code: 'scanner.no-folder' });
  });
});
