import type { DossierId } from '#shared/base/ids.ts';
import { receiveOne } from './made-up-dossier.ts';
import { employer, worker } from './made-up-parties.ts';
import { type TestOffice, testOffice } from './office.ts';

/** Names of four employers; each has the code made from its place here. */
export const names = ['甲甲物流有限公司', '乙乙物流有限公司', '丙丙物流有限公司', '丁丁物流有限公司'] as const;

/** A new file against one of the four. */
export async function fileAgainst(office: TestOffice, at: number): Promise<DossierId> {
  return receiveOne(office, { parties: [worker('纪某某', 7), employer(names[at] ?? '', at)] });
}

/** Files by the employer they count to, each employer under its name. */
export async function grouped(office: TestOffice): Promise<Readonly<Record<string, readonly string[]>>> {
  const { rows } = await office.ask('employer.list', { limit: 200, filter: { sort: 'name' } });
  const groups: Record<string, readonly string[]> = {};
  for (const { id, name } of rows) {
    const { rows: files } = await office.ask('employer.files', { employer: id, limit: 200 });
    groups[name] = files.map(({ row }) => row.id).toSorted();
  }
  return groups;
}

/** The employer that a text finds first. */
export async function idOf(office: TestOffice, text: string): Promise<string> {
  return (await office.ask('employer.list', { filter: { text } })).rows[0]?.id ?? '';
}

/** Merges as a person does who looked at both before. */
export async function merge(office: TestOffice, into: string, from: string, reason = '') {
  const { seen } = await office.ask('employer.previewMerge', { into, from });
  return office.call('employer.merge', { into, from, seen, reason });
}

/** The employer's party on a file; empty when it has none. */
export async function unitOn(office: TestOffice, dossier: DossierId): Promise<string> {
  const { parties } = await office.ask('dossier.get', { dossier });
  return parties.find(({ type }) => type === 'unit')?.id ?? '';
}

/** An office with files against all four, and the ids of the first three. */
export async function office4() {
  const office = await testOffice();
  const files = [];
  for (const at of [0, 1, 2, 3, 0, 1]) files.push(await fileAgainst(office, at));
  const ids = await Promise.all(names.map((name) => idOf(office, name)));
  const [a = '', b = '', c = ''] = ids;
  return { office, files, a, b, c };
}

/** Takes the last act on a file back. */
export async function undoLast(office: TestOffice, dossier: DossierId) {
  const act = await office.ask('dossier.lastAct', { dossier });
  await office.ask('dossier.undo', { dossier, entry: act?.entry ?? '' });
}
