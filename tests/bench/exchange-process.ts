import { findLink } from '#electron/store/tables/links.ts';
import { findRequest } from '#electron/store/tables/requests.ts';
import type { OfficeId, RequestId } from '#shared/base/ids.ts';
import { shanghaiDate } from '#shared/base/local-date.ts';
import { receiptedUpTo } from '#shared/protocol/link.ts';
import { cpuProfile, type Profiled } from './cpu-profile.ts';
import { type Cost, now, type OfficeActs, type SignedLetter } from './exchange-acts.ts';
import { madeUpLetter, writeRequests } from './exchange-letters.ts';
import { type BenchOffice, benchOffice, hire } from './exchange-office.ts';

/** One office in a process of its own: it does what the measuring process asks for by the channel between the two. */
let office: BenchOffice | undefined;
const recorder = cpuProfile();

function here(): BenchOffice {
  if (!office) throw new Error('no office is open');
  return office;
}

const partnerOf = ({ open }: BenchOffice): OfficeId => {
  const row = open.store.db.get<{ office: OfficeId }>('SELECT office FROM partner LIMIT 1');
  if (!row) throw new Error('no partner is known');
  return row.office;
};

async function costOf(work: () => unknown): Promise<Cost> {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { cpu: (user + system) / 1000, wall: performance.now() - wall };
}

async function signLetters(count: number): Promise<readonly SignedLetter[]> {
  const { ask, session } = here();
  const people = await hire(here());
  const partner = partnerOf(here());
  const letters: SignedLetter[] = [];
  for (let index = 0; index < count; index += 1) {
    session.sitDown(people.clerk);
    const { id: dossier } = await ask('dossier.receive', {
      ...{ side: 'arb', receivedOn: shanghaiDate(Date.now()), cause: '追索劳动报酬' },
      parties: [{ role: 'respondent', type: 'unit', name: '样例物流有限公司' }],
    });
    const of = { dossier: dossier as never, partner, letter: madeUpLetter(index) };
    const { id } = await ask('paper.submit', of);
    const request = id as RequestId;
    const { paper } = await ask('request.get', { request });
    const text = { request, hash: paper?.hash ?? '' };
    session.sitDown(people.examiner);
    await ask('paper.review', { ...text, verdict: 'pass' });
    session.sitDown(people.head);
    await ask('paper.sign', { ...text, verdict: 'pass' });
    letters.push(text);
  }
  session.sitDown(people.clerk);
  return letters;
}

/** Answers once the office says that something changed and the request can then be read by the call its page makes. */
async function shows(request: string): Promise<number> {
  const { session, ask, open } = here();
  const id = request as RequestId;
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = (): void => {
    if (findRequest(open.store.db, id)) resolve();
  };
  const forget = session.onChanged(({ topics }) => {
    if (topics.includes('request')) look();
  });
  look();
  await promise;
  forget();
  await ask('request.get', { request: id });
  return now();
}

const acts: OfficeActs = {
  open: async (place) => {
    office = await benchOffice(place);
  },
  card: async () => Buffer.from((await here().ask('partner.ownCard', {})).bytes).toString('base64'),
  know: async ({ card, folder, office: id }) => {
    await here().ask('partner.add', { bytes: new Uint8Array(Buffer.from(card, 'base64')), confirmed: true });
    if (folder !== '') await here().ask('partner.setFolder', { office: id as OfficeId, folder });
  },
  moveTo: async (folder) => void (await here().ask('partner.setFolder', { office: partnerOf(here()), folder })),
  serverKey: async () => (await here().ask('server.makeKey', {})).publicKey,
  useServer: async (url) => {
    await here().ask('server.set', { addresses: [url] });
    await here().ask('partner.setServer', { office: partnerOf(here()), on: true });
  },
  write: ({ from, count }) =>
    costOf(() => {
      const { open, session, ports } = here();
      const at = ports.clock.now();
      const writing = { open, me: session.me(), moment: { at, today: shanghaiDate(at) }, random: ports.random };
      writeRequests(writing, partnerOf(here()), from, count);
    }),
  pass: async (ms) => here().pass(ms),
  round: () => costOf(() => here().loop.round(false)),
  standing: async () => {
    const { db } = here().open.store;
    const link = findLink(db, partnerOf(here()));
    const taken = Object.values(link?.incoming ?? {}).reduce((sum, { position }) => sum + position.n, 0);
    const requests = db.get<{ n: number }>('SELECT count(*) AS n FROM request')?.n ?? 0;
    return { written: link?.out.n ?? 0, receipted: link ? receiptedUpTo(link) : 0, taken, requests };
  },
  signLetters,
  send: async (letter) => {
    const begun = now();
    await here().ask('paper.send', letter as never);
    return { begun, answered: now() };
  },
  shows,
  profile: async (on): Promise<Profiled> => {
    if (!on) return recorder.stop();
    await recorder.start();
    return [];
  },
  peak: async () => process.resourceUsage().maxRSS * 1024,
  close: async () => {
    await office?.close();
    office = undefined;
  },
};

type Asked = { readonly id: number; readonly act: keyof OfficeActs; readonly input: unknown };

process.on('message', (message) => {
  // Only the measuring process holds the other end of this channel.
  const { id, act, input } = message as Asked;
  const work = acts[act] as (input: unknown) => Promise<unknown>;
  work(input).then(
    (value) => process.send?.({ id, value }),
    (error: unknown) => process.send?.({ id, error: error instanceof Error ? error.stack : String(error) }),
  );
});
process.on('disconnect', () => process.exit());
