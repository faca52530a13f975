import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UserId } from '#shared/base/ids.ts';
import {
  hasRoleFor,
  mayAct,
  type Paper,
  type PaperAct,
  type PaperPerson,
  type PaperStep,
  stageAfter,
} from '#shared/domain/paper/approval.ts';
import { paperStanding } from '#shared/domain/paper/standing.ts';

const person = (id: string, ...roles: readonly string[]): PaperPerson => ({ id: id as UserId, roles, active: true });
const clerk = person('clerk', 'clerk');
const examiner = person('examiner', 'arbitrator');
const head = person('head', 'head');
const sealer = person('sealer', 'seal');

const begun: Paper = {
  ...{ hash: 'a', stage: 'review', scanned: false },
  steps: [{ step: 'draft', hash: 'a', person: clerk.id, at: '2026-03-12T09:00', verdict: 'pass' }],
};
const free = { hash: 'a', scanRequired: false };

function done(
  paper: Paper,
  step: Exclude<PaperAct, 'draft'>,
  by: PaperPerson,
  verdict: 'pass' | 'back' = 'pass',
): Paper {
  const made: PaperStep = { step, hash: paper.hash, person: by.id, at: '2026-03-12T10:00', verdict };
  return { ...paper, steps: [...paper.steps, made], stage: stageAfter(made) };
}

const codeOf = (result: ReturnType<typeof mayAct>): string => (result.ok ? 'ok' : result.error);

describe('the way of a letter through the office', () => {
  it('goes from drafting over examination and signature to sending, each by its own person', () => {
    expect(codeOf(mayAct(begun, 'review', examiner, free))).toBe('ok');
    const examined = done(begun, 'review', examiner);
    expect(codeOf(mayAct(examined, 'sign', head, free))).toBe('ok');
    const signed = done(examined, 'sign', head);
    expect(paperStanding(signed, { scanRequired: false, fits: true })).toBe('send');
    expect(codeOf(mayAct(signed, 'send', clerk, free))).toBe('ok');
    expect(paperStanding(done(signed, 'send', clerk), { scanRequired: false, fits: true })).toBe('none');
  });

  it('refuses a person without the role, and one who did an earlier step on this text', () => {
    expect(codeOf(mayAct(begun, 'review', clerk, free))).toBe('paper.role-review');
    expect(codeOf(mayAct(begun, 'review', sealer, free))).toBe('paper.role-review');
    expect(codeOf(mayAct(begun, 'review', { ...clerk, roles: ['head'] }, free))).toBe('paper.same-person');
    const examined = done(begun, 'review', head);
    expect(codeOf(mayAct(examined, 'sign', head, free))).toBe('paper.same-person');
    expect(codeOf(mayAct(examined, 'sign', examiner, free))).toBe('paper.role-sign');
    expect(codeOf(mayAct(examined, 'sign', { ...head, active: false }, free))).toBe('paper.person-inactive');
    expect(hasRoleFor('draft', sealer)).toEqual({ ok: false, error: 'paper.role-draft' });
  });

  it('begins anew when the same text is handed in again: who examined it then may sign it now', () => {
    const examined = done(begun, 'review', head);
    const again: Paper = { ...examined, stage: 'review', steps: [...examined.steps, ...begun.steps] };
    expect(codeOf(mayAct(done(again, 'review', examiner), 'sign', head, free))).toBe('ok');
    expect(codeOf(mayAct(again, 'review', { ...clerk, roles: ['head'] }, free))).toBe('paper.same-person');
  });

  it('refuses acts out of order and on a text that has changed', () => {
    expect(codeOf(mayAct(begun, 'sign', head, free))).toBe('paper.not-now');
    expect(codeOf(mayAct(begun, 'send', clerk, free))).toBe('paper.not-now');
    expect(codeOf(mayAct(begun, 'review', examiner, { ...free, hash: 'b' }))).toBe('paper.hash-changed');
    const back = done(begun, 'review', examiner, 'back');
    expect(codeOf(mayAct(back, 'sign', head, free))).toBe('paper.not-now');
    expect(paperStanding(back, { scanRequired: false, fits: true })).toBe('back');
  });

  it('asks for the scan of the sealed letter where the office requires it', () => {
    const required = { hash: 'a', scanRequired: true };
    const signed = done(done(begun, 'review', examiner), 'sign', head);
    expect(paperStanding(signed, { scanRequired: true, fits: true })).toBe('seal');
    expect(codeOf(mayAct(signed, 'send', clerk, required))).toBe('paper.scan-missing');
    const sealed = done(signed, 'seal', sealer);
    expect(paperStanding(sealed, { scanRequired: true, fits: true })).toBe('seal');
    expect(codeOf(mayAct({ ...sealed, scanned: true }, 'send', clerk, required))).toBe('ok');
    expect(paperStanding({ ...sealed, scanned: true }, { scanRequired: true, fits: true })).toBe('send');
  });

  it('is sealed by a person who neither drafted nor examined nor signed it', () => {
    const sealingHead = person('head', 'head', 'seal');
    const signed = done(done(begun, 'review', examiner), 'sign', sealingHead);
    expect(codeOf(mayAct(signed, 'seal', sealingHead, free))).toBe('paper.same-person');
    expect(codeOf(mayAct(signed, 'seal', person('clerk', 'clerk', 'seal'), free))).toBe('paper.same-person');
    expect(codeOf(mayAct(signed, 'seal', sealer, free))).toBe('ok');
    const sealed = done(signed, 'seal', sealer);
    expect(codeOf(mayAct(sealed, 'seal', sealer, free))).toBe('ok');
    expect(codeOf(mayAct(sealed, 'send', clerk, free))).toBe('ok');
  });

  it('never lets one text be sent that three persons have not passed, whatever is tried', () => {
    const people = [clerk, examiner, head, sealer, person('all', 'clerk', 'arbitrator', 'head', 'seal')];
    const attempt = fc.record({
      act: fc.constantFrom('review' as const, 'sign' as const, 'seal' as const, 'send' as const),
      by: fc.constantFrom(...people),
      verdict: fc.constantFrom('pass' as const, 'back' as const),
    });
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 30 }), (attempts) => {
        let paper = begun;
        for (const { act, by, verdict } of attempts) {
          const judged = act === 'seal' || act === 'send' ? 'pass' : verdict;
          if (mayAct(paper, act, by, free).ok) paper = done(paper, act, by, judged);
        }
        if (paper.stage !== 'sent') return;
        const passed = paper.steps.filter(
          (step) => step.verdict === 'pass' && ['draft', 'review', 'sign'].includes(step.step),
        );
        expect(new Set(passed.map((step) => step.person)).size).toBe(3);
        const sealers = paper.steps.filter((step) => step.step === 'seal').map((step) => step.person);
        expect(passed.filter((step) => sealers.includes(step.person))).toEqual([]);
      }),
    );
  });
});
