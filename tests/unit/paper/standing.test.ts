import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UserId } from '#shared/base/ids.ts';
import {
  type Paper,
  type PaperAct,
  type PaperPerson,
  type PaperStep,
  stageAfter,
} from '#shared/domain/paper/approval.ts';
import { paperOffers, paperStanding } from '#shared/domain/paper/standing.ts';

const person = (id: string, ...roles: readonly string[]): PaperPerson => ({ id: id as UserId, roles, active: true });
const clerk = person('clerk', 'clerk');
const colleague = person('colleague', 'clerk');
const examiner = person('examiner', 'arbitrator');
const head = person('head', 'head');
const sealer = person('sealer', 'seal');
const everybody = [clerk, colleague, examiner, head, sealer];

const free = { scanRequired: false, fits: true };
const strict = { scanRequired: true, fits: true };

/** A letter after these steps; a step with '-back' sends it back. */
function after(...steps: readonly string[]): Paper {
  const by: Readonly<Record<PaperAct, PaperPerson>> = {
    draft: clerk,
    review: examiner,
    sign: head,
    seal: sealer,
    send: clerk,
  };
  const made = ['draft', ...steps].map((name): PaperStep => {
    const step = name.replace('-back', '') as PaperAct;
    const verdict = name.endsWith('-back') ? 'back' : 'pass';
    return { step, hash: 'a', person: by[step].id, at: '2026-03-12T09:00', verdict };
  });
  const last = made.at(-1);
  return { hash: 'a', stage: last ? stageAfter(last) : 'review', steps: made, scanned: false };
}

describe('what a letter waits for and who is offered what', () => {
  it('offers the step it waits for, and a change only to its drafter until it is signed', () => {
    expect(paperOffers(after(), clerk, free)).toEqual(['resubmit']);
    expect(paperOffers(after(), colleague, free)).toEqual([]);
    expect(paperOffers(after(), examiner, free)).toEqual(['review']);
    expect(paperOffers(after('review'), head, free)).toEqual(['sign']);
    expect(paperOffers(after('review'), clerk, free)).toEqual(['resubmit']);
    expect(paperOffers(after('review-back'), colleague, free)).toEqual(['resubmit']);
  });

  it('offers neither a change nor a signature once signed, but the way back to the signer', () => {
    const signed = after('review', 'sign');
    expect(paperOffers(signed, clerk, free)).toEqual(['send']);
    expect(paperOffers(signed, head, free)).toEqual(['send', 'unsign']);
    expect(paperStanding(after('review', 'sign', 'sign-back'), free)).toBe('back');
  });

  it('waits for the seal only where its scan is required, and takes a seal once', () => {
    const signed = after('review', 'sign');
    expect(paperStanding(signed, free)).toBe('send');
    expect(paperOffers(signed, sealer, free)).toEqual(['send', 'seal']);
    expect(paperStanding(signed, strict)).toBe('seal');
    expect(paperOffers(signed, sealer, strict)).toEqual(['seal']);
    expect(paperOffers(signed, clerk, strict)).toEqual([]);
    const sealed = { ...after('review', 'sign', 'seal'), scanned: true };
    expect(paperStanding(sealed, strict)).toBe('send');
    expect(paperOffers(sealed, sealer, strict)).toEqual(['send']);
    expect(paperOffers({ ...sealed, scanned: false }, sealer, free)).toEqual(['send']);
    expect(paperOffers({ ...sealed, scanned: false }, sealer, strict)).toEqual(['seal']);
  });

  it('offers nothing once it has left, or when the request has gone on without it', () => {
    const moot = { ...free, fits: false };
    expect(paperStanding(after('review', 'sign', 'send'), moot)).toBe('none');
    expect(paperStanding(after('review'), moot)).toBe('moot');
    for (const one of everybody) {
      expect(paperOffers(after('review', 'sign', 'send'), one, free)).toEqual([]);
      expect(paperOffers(after('review', 'sign'), one, moot)).toEqual([]);
    }
  });

  it('never offers a step other than the one it names, whatever the course', () => {
    const steps = fc.constantFrom('review', 'review-back', 'sign', 'sign-back', 'seal', 'send');
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 5 }), fc.boolean(), fc.boolean(), (course, scanRequired, scanned) => {
        const paper = { ...after(...course), scanned };
        const standing = paperStanding(paper, { scanRequired, fits: true });
        for (const one of everybody) {
          const offers = paperOffers(paper, one, { scanRequired, fits: true });
          for (const step of ['review', 'sign', 'send'] as const) {
            if (offers.includes(step)) expect(step).toBe(standing);
          }
          expect(offers.includes('seal') && !['seal', 'send'].includes(standing)).toBe(false);
          expect(offers.includes('resubmit') && offers.includes('unsign')).toBe(false);
        }
      }),
    );
  });
});
