import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { DossierId, ManifestId } from '#shared/base/ids.ts';
import { shanghaiDate } from '#shared/base/local-date.ts';
import { madeUpOffice } from '#tests/support/backend.ts';
import { employer, worker } from '#tests/support/made-up-parties.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { type BackendProcess, startBackend } from './support/backend-process.ts';

const parties = [worker('周某某'), employer('某某物流(上海)有限公司')];
const today = shanghaiDate(Date.now());

/** What was answered as done since the start before, which nothing may take back. */
type Promised = {
  readonly dossiers: Set<DossierId>;
  readonly accepted: Map<DossierId, string>;
  readonly notes: Map<string, DossierId>;
  readonly files: Map<ManifestId, number>;
  /** The newest text of a form that was handed in, and the newest that was answered as kept. */
  readonly typed: { sent: number; kept: number };
};

function nothingYet(): Promised {
  const [dossiers, accepted] = [new Set<DossierId>(), new Map<DossierId, string>()];
  const [notes, files] = [new Map<string, DossierId>(), new Map<ManifestId, number>()];
  return { dossiers, accepted, notes, files, typed: { sent: 0, kept: 0 } };
}

/** One person's work: a file received, accepted, noted on, with an enclosure; until the process is gone. */
async function work({ ask }: BackendProcess, promised: Promised, size: number): Promise<void> {
  for (;;) {
    const received = await ask('dossier.receive', { side: 'arb', receivedOn: today, parties });
    const dossier = received.id as DossierId;
    promised.dossiers.add(dossier);
    promised.accepted.set(dossier, (await ask('dossier.accept', { dossier, on: today })).caseNo);
    promised.notes.set((await ask('note.add', { dossier, text: '来电' })).id, dossier);
    const bytes = Buffer.alloc(size, Math.floor(Math.random() * 256));
    bytes.writeDoubleLE(Math.random());
    const { upload } = await ask('file.begin', { name: '录音.wav', size });
    await ask('file.append', { upload, offset: 0, bytes });
    const { manifest } = await ask('file.finish', { upload });
    promised.files.set(manifest as ManifestId, size);
    await ask('dossier.attach', { dossier, manifest: manifest as ManifestId, name: '录音.wav' });
  }
}

/** Types into another form, whose draft is kept at every pause. */
async function type({ ask }: BackendProcess, { typed }: Promised): Promise<void> {
  for (;;) {
    typed.sent += 1;
    const text = String(typed.sent);
    await ask('draft.save', { key: 'dossier.note', text });
    typed.kept = Number(text);
  }
}

/** Everything that was promised is there, and everything that is there is sound. */
async function checkAll(backend: BackendProcess, promised: Promised): Promise<void> {
  expect((await backend.ask('store.verify', {})).problems).toEqual([]);
  expect(await backend.ask('store.rebuild', {})).toMatchObject({ same: true });
  for (const dossier of promised.dossiers) {
    const { row, notes } = await backend.ask('dossier.get', { dossier });
    const caseNo = promised.accepted.get(dossier);
    if (caseNo !== undefined) expect(row.caseNo).toBe(caseNo);
    for (const [note, of] of promised.notes) if (of === dossier) expect(notes.map(({ id }) => id)).toContain(note);
  }
  for (const [manifest, size] of promised.files) {
    expect((await backend.ask('file.read', { manifest, offset: 0, length: 1_048_576 })).size).toBe(size);
  }
  const { typed } = promised;
  if (typed.sent === 0) return;
  const kept = Number((await backend.ask('draft.get', { key: 'dossier.note' }))?.text ?? 0);
  if (typed.kept > 0) expect(kept).toBeGreaterThanOrEqual(typed.kept);
}

test('thirty kills at any moment of the work cost nothing that was answered, and leave nothing half-done', async () => {
  const folder = join(tempFolder(), 'data');
  let promised = nothingYet();
  let done = 0;
  const first = startBackend(folder);
  await first.ask('session.create', madeUpOffice);
  await first.kill();
  for (let kill = 0; kill < 30; kill += 1) {
    const backend = startBackend(folder);
    await checkAll(backend, promised);
    done += promised.dossiers.size;
    promised = nothingYet();
    const hands = [work(backend, promised, 200), work(backend, promised, 900_000), type(backend, promised)];
    await pause(Math.random() * 250);
    await backend.kill();
    await Promise.allSettled(hands);
  }
  const last = startBackend(folder);
  await checkAll(last, promised);
  const listed = await last.ask('dossier.list', { filter: { status: 'all' }, limit: 200 });
  expect(listed.total).toBeGreaterThanOrEqual(done + promised.dossiers.size);
  expect(done).toBeGreaterThan(15);
  const numbers = listed.rows.map(({ windowNo }) => windowNo);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(readdirSync(join(folder, 'chunks')).filter((name) => name.startsWith('intake-'))).toEqual([]);
  await last.kill();
}, 300_000);
