import type { ReadDb } from '#electron/store/db.ts';
import type { PaperRow } from '#electron/store/tables/papers.ts';
import { peopleNames } from '#electron/store/tables/people.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { letterFile } from '#shared/contract/letter.ts';
import { holdingSteps } from '#shared/domain/paper/approval.ts';
import { paperStanding } from '#shared/domain/paper/standing.ts';
import { readCommission, readReply } from './letter-content.ts';
import { paperRules } from './paper-standing.ts';

/** A letter on its way through the office as a page shows it. */
export type PaperView = NonNullable<CallOutput<'request.get'>['paper']>;

/** The letter with its course; undefined when its text was erased. `state` is the request's. */
export function paperView(db: ReadDb, paper: PaperRow, state: string): PaperView | undefined {
  const text: unknown = paper.content === '' ? undefined : JSON.parse(paper.content);
  const commission = paper.type === 'commission' ? readCommission(text) : undefined;
  const reply = paper.type === 'reply' ? readReply(text) : undefined;
  const head = commission?.head ?? reply?.head;
  if (!head) return undefined;
  const rules = paperRules(db, paper, state);
  const names = peopleNames(db);
  const scan = paper.scan === null ? undefined : letterFile.safeParse(JSON.parse(paper.scan));
  const holding = holdingSteps(paper);
  const signed = holding.findLast((step) => step.step === 'sign' && step.verdict === 'pass');
  return {
    ...{ type: paper.type, hash: paper.hash, number: paper.number },
    next: paperStanding(paper, rules),
    sealWanted: rules.scanRequired,
    steps: paper.steps.map((one) => {
      const { step, person, at, verdict, note } = one;
      return { step, person: names.get(person) ?? '', at, verdict, note, holds: holding.includes(one) };
    }),
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
