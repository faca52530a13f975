import type { ReadDb } from '#electron/store/db.ts';
import type { PaperRow } from '#electron/store/tables/papers.ts';
import { peopleNames } from '#electron/store/tables/people.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { letterFile } from '#shared/contract/letter.ts';
import { nextAct } from '#shared/domain/paper/approval.ts';
import { sealedScanRequired } from '../office/office-settings.ts';
import { readCommission, readReply } from './letter-content.ts';

/** A letter on its way through the office as a page shows it. */
export type PaperView = NonNullable<CallOutput<'request.get'>['paper']>;

/** The letter with its course; undefined when its text was erased. */
export function paperView(db: ReadDb, paper: PaperRow): PaperView | undefined {
  const text: unknown = paper.content === '' ? undefined : JSON.parse(paper.content);
  const commission = paper.type === 'commission' ? readCommission(text) : undefined;
  const reply = paper.type === 'reply' ? readReply(text) : undefined;
  const head = commission?.head ?? reply?.head;
  if (!head) return undefined;
  const names = peopleNames(db);
  const scan = paper.scan === null ? undefined : letterFile.safeParse(JSON.parse(paper.scan));
  const signed = paper.steps.findLast(
    (step) => step.step === 'sign' && step.verdict === 'pass' && step.hash === paper.hash,
  );
  return {
    ...{ type: paper.type, hash: paper.hash, number: paper.number },
    next: nextAct(paper, sealedScanRequired(db)),
    steps: paper.steps.map(({ step, person, at, verdict, note, hash }) => ({
      ...{ step, person: names.get(person) ?? '', at, verdict, note, holds: hash === paper.hash },
    })),
    scan: scan?.success ? scan.data : null,
    ...{ commission: commission?.letter ?? null, reply: reply?.reply ?? null },
    head: {
      ...head,
      number: paper.number,
      signedBy: signed ? (names.get(signed.person) ?? null) : null,
      signedOn: signed?.at.slice(0, 10) ?? null,
    },
  };
}
