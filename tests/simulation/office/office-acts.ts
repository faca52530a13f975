import { createHash } from 'node:crypto';
import { addDays, type LocalDate, localDate } from '#shared/base/local-date.ts';
import { dossierIdField, manifestIdField, requestIdField } from '#shared/contract/fields.ts';
import { seededRandom } from '../seeded-random.ts';
import type { SimDesk } from './sim-desk.ts';

/** Id of a request. */
export type Request = ReturnType<typeof requestIdField.parse>;

const on: LocalDate = localDate('2026-03-12');
const later = (days: number): LocalDate => addDays(on, days);

/** Takes in a file whose bytes follow from a seed; answers it as a letter names it. */
async function takeIn({ ask }: SimDesk, size: number, seed: number) {
  const name = '附件.bin';
  const { upload } = await ask('file.begin', { name, size });
  const bytes = Uint8Array.from(Buffer.alloc(size, createHash('sha256').update(String(seed)).digest()));
  await ask('file.append', { upload, offset: 0, bytes });
  const taken = await ask('file.finish', { upload });
  return { manifest: manifestIdField.parse(taken.manifest), name, size: taken.size, pages: 1 };
}

/** SHA-256 of all bytes of a small file. */
export async function fileHash({ ask }: SimDesk, file: string): Promise<string> {
  const { bytes } = await ask('file.read', { manifest: manifestIdField.parse(file), offset: 0, length: 1_048_576 });
  return createHash('sha256').update(bytes).digest('hex');
}

/** What a letter left behind. */
export type Sent = { readonly request: Request; readonly file: string | undefined };

/** Writes a letter from a fresh file, passes it through three hands and sends it, with an enclosure of `size` bytes. */
export async function sendLetter(from: SimDesk, to: SimDesk, size: number, seed: number): Promise<Sent> {
  const { ask, sit } = from;
  await sit('clerk');
  const files = size > 0 ? [await takeIn(from, size, seed)] : [];
  const { id } = await ask('dossier.receive', {
    ...{ side: 'arb', receivedOn: '2026-03-10', cause: '追索劳动报酬' },
    parties: [{ role: 'respondent', type: 'unit', name: '某某物流有限公司' }],
  });
  const of = { dossier: dossierIdField.parse(id), partner: to.id };
  const { letter } = await ask('request.prefill', { ...of, kind: 'ARB_INVESTIGATE' });
  const items = letter.items.map((item) => ({ ...item, questions: '调取工资台账。' }));
  const request = requestIdField.parse((await ask('paper.submit', { ...of, letter: { ...letter, items, files } })).id);
  const text = async () => ({ request, hash: (await ask('request.get', { request })).paper?.hash ?? '' });
  await sit('examiner');
  await ask('paper.review', { ...(await text()), verdict: 'pass' });
  await sit('head');
  await ask('paper.sign', { ...(await text()), verdict: 'pass' });
  await sit('clerk');
  await ask('paper.send', await text());
  return { request, file: files[0]?.manifest };
}

/** Something a person may try on one of the office's requests; answers what and what came of it. */
export async function actOnSome(desk: SimDesk, salt: number): Promise<string> {
  const random = seededRandom(salt);
  await desk.sit('clerk');
  const { rows } = await desk.ask('request.list', { limit: 200 });
  const row = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))[random.below(rows.length)];
  if (!row) return 'no request yet';
  const request = requestIdField.parse(row.id);
  const { attempt } = desk;
  const handlers = [{ name: '张某某' }, { name: '李某某' }];
  const acts = {
    'request.note': () => attempt('request.note', { request, text: `记 ${random.hex(8)}` }),
    'request.register': () => attempt('request.register', { request, on }),
    'request.accept': () => attempt('request.accept', { request, on, promised: later(20), handlers }),
    'request.return': () => attempt('request.return', { request, on, ground: 'UNCLEAR_ITEMS', defects: ['事项不明'] }),
    'request.extend': () => attempt('request.extend', { request, on, until: later(39), reason: '外出' }),
    'request.urge': () => attempt('request.urge', { request, on, text: '' }),
    'request.opened': () => attempt('request.opened', { request }),
    'request.withdraw': () => attempt('request.withdraw', { request, on, reason: '和解' }),
  } as const;
  type Name = keyof typeof acts;
  // Withdrawing often would end every request at once.
  const names = (Object.keys(acts) as Name[]).filter((name) => name !== 'request.withdraw' || random.chance(0.2));
  const tried: string[] = [];
  // Until one of them is possible for this side in this state.
  for (let left = 5; left > 0; left -= 1) {
    const name = names[random.below(names.length)] ?? 'request.note';
    const came = await acts[name]();
    tried.push(`${name}: ${came}`);
    if (came === 'done') break;
  }
  return tried.join(', ');
}
