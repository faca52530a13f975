import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OfficeContext } from '#electron/services/context.ts';
import { inOneTransaction } from '#electron/services/journal/append.ts';
import { heldCard } from '#electron/services/partner/held-card.ts';
import { requestHandlers } from '#electron/services/request/handlers.ts';
import { interleave } from '#electron/services/request/timeline.ts';
import { say } from '#electron/services/request/write-entry.ts';
import { linkOf } from '#electron/services/sync/link-of.ts';
import { saveLink } from '#electron/store/tables/links.ts';
import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { RequestId } from '#shared/base/ids.ts';
import { shanghaiDate } from '#shared/base/local-date.ts';
import { ok } from '#shared/base/result.ts';
import { contract, isCallName } from '#shared/contract/contract.ts';
import type { AssistEvent } from '#shared/domain/assist/event.ts';
import { filing } from '#tests/support/approval.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import {
  acceptedDossier,
  day,
  finishedLetter,
  fullReply,
  passAndSend,
  sentRequest,
  twoOffices,
} from './support/two-offices.ts';

const on = day('2026-03-12');
const hash = 'a'.repeat(64);

/** An input for every call that writes. */
const writing = {
  'paper.review': { hash, verdict: 'pass' },
  'paper.sign': { hash, verdict: 'pass' },
  'paper.seal': { hash },
  'paper.send': { hash },
  'paper.submitReply': { reply: fullReply() },
  'request.supplement': { on, text: '补充' },
  'request.withdraw': { on, reason: '撤回' },
  'request.answerExtension': { extension: 's1:x', agree: true },
  'request.object': { on, text: '异议' },
  'request.close': { on },
  'request.urge': { on },
  'request.register': { on },
  'request.return': { on, ground: 'MISSING_PAPERS', defects: ['缺'] },
  'request.accept': { on, handlers: [{ name: '甲' }, { name: '乙' }], promised: on },
  'request.refuse': { on, ground: 'CONFLICT', text: '回避' },
  'request.assign': { on, handlers: [{ name: '甲' }, { name: '乙' }] },
  'request.progress': { on, text: '进展' },
  'request.extend': { on, until: on, reason: '延期' },
  'request.suspend': { on, reason: '中止' },
  'request.resume': { on },
  'request.correct': { on, text: '更正' },
  'request.stopReport': { on, text: '停办' },
  'request.originals': { on, move: 'out' },
  'request.note': { text: '说明' },
  'request.opened': {},
} as const;

describe('what protects requests', () => {
  it('refuses every writing act while entries of ours are asked back and leaves reading alone', async () => {
    const offices = await twoOffices();
    const { asks, does } = offices;
    const request = (await sentRequest(offices)) as never;
    const { session } = asks;
    const at = Date.parse('2026-03-12T10:00:00+08:00');
    const context = {
      ...{ clock: { now: () => at }, random: trueRandom, log: { info: () => undefined, warn: () => undefined } },
      ...{ session, me: asks.staff.head, touch: () => undefined, moment: { at, today: shanghaiDate(at) } },
      open: asks.open,
    } satisfies OfficeContext;
    unwrap(
      inOneTransaction(context, (tx) => {
        const link = linkOf(tx, does.open.office, trueRandom);
        const asked = { why: 'new-life', nonce: 'a'.repeat(32), streams: [], at, answered: null } as const;
        return ok(saveLink(tx, { ...link, asking: asked }));
      }),
    );
    const dossier = (await asks.ask('request.get', { request })).dossier as never;
    const letter = await finishedLetter(asks, does, dossier);
    const inputs: Record<string, object> = {
      ...writing,
      'paper.submit': { dossier, partner: does.open.office, letter },
    };
    // A proof writes nothing into the request, only that it was taken out.
    const commands = Object.keys(requestHandlers).filter(
      (name) => isCallName(name) && contract[name].type === 'command' && name !== 'request.exportProof',
    );
    expect(Object.keys(inputs).toSorted()).toEqual(commands.toSorted());
    for (const name of commands) {
      if (!isCallName(name)) continue;
      const { input } = contract[name];
      const read = input.parse(name === 'paper.submit' ? inputs[name] : { request, ...inputs[name] });
      // The handler of a name takes what the schema of that name gives.
      const handler = requestHandlers[name as keyof typeof requestHandlers] as (
        c: OfficeContext,
        i: unknown,
      ) => unknown;
      expect(await handler(context, read), name).toEqual({
        ok: false,
        error: { kind: 'refused', code: 'request.read-only-after-restore' },
      });
    }
    const view = await requestHandlers['request.get'](context, { request });
    expect(view).toMatchObject({ ok: true, value: { may: [], row: { state: 'sent' } } });
  });

  it('begins a letter from the file with names and roles only, two handlers and dates that explain themselves', async () => {
    const { asks, does } = await twoOffices();
    const dossier = (await acceptedDossier(asks)) as never;
    const partner = does.open.office;
    const { letter, due, basis, warnings } = await asks.ask('request.prefill', {
      dossier,
      partner,
      kind: 'ARB_INVESTIGATE',
    });
    expect(letter.matter).toEqual({
      ...{ caseNo: '青劳人仲(2026)办字第1号', cause: '追索劳动报酬', acceptedOn: '2026-03-11', limitDue: '2026-04-27' },
      parties: [
        { role: '申请人', name: '周某某' },
        { role: '被申请人', name: '某某物流有限公司' },
      ],
    });
    expect(letter.handlers.map((handler) => handler.name)).toEqual(['沈某某', '陆某某']);
    expect(due).toMatchObject({ ruleId: 'REQ.ARB_INV', due: '2026-04-02', confidence: 'default' });
    expect(letter.askedDate).toBe('2026-04-02');
    expect(letter.legalBasis[0]).toContain('办案规则');
    expect(basis.some((line) => line.confidence === 'default')).toBe(true);
    expect(warnings).toEqual([]);
    expect(JSON.stringify(letter)).not.toMatch(/310118199001011234|13800000000/);
    const other = await asks.refusal('request.prefill', { dossier, kind: 'LSI_ASSIST' });
    expect(other.code).toBe('request.kind-of-other-side');
    const late = await asks.ask('request.prefill', { dossier, kind: 'ARB_INVESTIGATE' });
    expect(late.letter.askedDate).toBe('2026-04-02');
  });

  it('carries an inspection letter with its own number, limit and grounds', async () => {
    const { asks, does, exchange } = await twoOffices();
    const { id } = await asks.ask('dossier.receive', {
      ...{ side: 'lsi', receivedOn: '2026-03-10', cause: '拖欠工资' },
      parties: [
        { role: 'complainant', type: 'person', name: '钱某某' },
        { role: 'employer', type: 'unit', name: '某某建设有限公司' },
      ],
    });
    const dossier = id as never;
    await asks.ask('dossier.accept', { ...filing, dossier, on: day('2026-03-11') });
    const partner = does.open.office;
    const { letter } = await asks.ask('request.prefill', { dossier, partner, kind: 'LSI_ASSIST' });
    const [item] = letter.items;
    if (!item || !letter.inspection) throw new Error('an inspection letter has both');
    const whole = {
      ...{ ...letter, items: [{ ...item, kind: 'employment' as const, questions: '核实用工人数。' }] },
      inspection: { ...letter.inspection, suspected: '拖欠 12 人工资', powers: '条例第11条', workers: 12 },
    };
    const without = await asks.refusal('paper.submit', { dossier, partner, letter: { ...whole, inspection: null } });
    expect(without.code).toBe('request.inspection-part');
    const sent = await asks.ask('paper.submit', { dossier, partner, letter: whole });
    expect(await passAndSend(asks, sent.id)).toBe('青人社监协函字〔2026〕第1号');
    await exchange();
    const request = sent.id as never;
    await does.ask('request.register', { request, on });
    const there = await does.ask('request.get', { request });
    expect(there.commission?.inspection).toMatchObject({ workers: 12, suspected: '拖欠 12 人工资' });
    expect(there.clocks.limit).toMatchObject({ ruleId: 'REQ.LSI', due: '2026-04-02' });
  });

  it('shows a letter it cannot read as such, and lets no marks of a partner turn the text around', async () => {
    const { asks, does, exchange } = await twoOffices();
    const dossier = (await acceptedDossier(asks)) as never;
    const partner = does.open.office;
    const letter = await finishedLetter(asks, does, dossier);
    const { head } = await asks.ask('request.preview', { dossier, partner, letter });
    const [item] = letter.items;
    const object = { ...item?.object, name: '某\u202e某公司\u200b' };
    const hostile = { ...letter, items: [{ ...item, questions: '\u202e问\u0007', object }] };
    const card = heldCard(asks.open.store.db, partner, asks.open);
    const at = Date.parse('2026-03-12T10:00:00+08:00');
    const author = { open: asks.open, me: asks.staff.clerk, random: trueRandom, moment: { at, today: on } };
    const send = (id: string, content: JsonObject) =>
      unwrap(
        inOneTransaction(author, (tx) => {
          const to = { id: id as RequestId, side: 'r' as const, partner };
          const facts = {
            ...{
              kind: 'ARB_INVESTIGATE',
              to: partner,
              urgency: 'normal' as const,
              items: [{ id: 'i1', kind: 'inquiry' }],
            },
            ...{ agreed: on, number: null, card: card?.hash ?? '', papers: [] },
            intake: card?.card.intake.device ?? asks.open.device,
          };
          say(tx, author, to, { kind: 'request', on, facts, content });
          return ok(undefined);
        }),
      );
    send('019cdf00-0000-7000-8000-000000000001', { letter: 'no letter at all', head: [1, 2] });
    send('019cdf00-0000-7000-8000-000000000002', { head, letter: hostile, scan: null } as unknown as JsonObject);
    await exchange();
    const { rows } = await does.ask('request.list', {});
    const [odd, turned] = [rows.find((row) => row.id.endsWith('1')), rows.find((row) => row.id.endsWith('2'))];
    expect(odd).toMatchObject({ title: '', state: 'sent', flags: ['letter-unreadable'] });
    expect(turned).toMatchObject({ title: '追索劳动报酬 · 某某公司', flags: [] });
    const view = await does.ask('request.get', { request: '019cdf00-0000-7000-8000-000000000002' as never });
    expect(view.commission?.items[0]?.questions).toBe('问');
    expect(JSON.stringify(view.timeline)).not.toMatch(/\u202e|\u200b/);
    expect(
      (await does.ask('request.get', { request: '019cdf00-0000-7000-8000-000000000001' as never })).commission,
    ).toBeNull();
  });

  it('works on with a clock set back a year, and never lets a request begin before it did', async () => {
    const offices = await twoOffices();
    const request = (await sentRequest(offices)) as never;
    await offices.exchange();
    offices.clock.set('2025-03-12T09:30');
    const { does } = offices;
    expect((await does.refusal('request.register', { request, on: day('2025-03-12') })).code).toBe(
      'request.day-before-begin',
    );
    await does.ask('request.register', { request, on });
    await offices.exchange();
    expect((await offices.asks.ask('request.get', { request })).row.state).toBe('registered');
  });
});

describe('the timeline', () => {
  it('is one order in both offices: each chain in its own, and an entry after what its author had seen', () => {
    const made = fc.array(fc.record({ at: fc.nat(50), seen: fc.option(fc.nat(12)) }), { maxLength: 12 });
    const chain = (
      side: 'r' | 'e',
      parts: readonly { at: number; seen: number | null }[],
      other: number,
    ): AssistEvent[] => {
      let known = 0;
      return parts.map(({ at, seen }, index) => {
        known = Math.max(known, Math.min(seen ?? 0, other));
        const head = known > 0 ? { seq: known, id: `${known}` } : null;
        // Only what ordering looks at matters here.
        return {
          side,
          seq: index + 1,
          at: String(at).padStart(4, '0'),
          seen: head,
          id: `${side}${index}`,
        } as unknown as AssistEvent;
      });
    };
    fc.assert(
      fc.property(made, made, (left, right) => {
        const r = chain('r', left, 0);
        const e = chain('e', right, r.length);
        const merged = interleave(r, e);
        expect(merged).toHaveLength(r.length + e.length);
        expect(merged.filter((event) => event.side === 'r')).toEqual(r);
        expect(merged.filter((event) => event.side === 'e')).toEqual(e);
        for (const event of e) {
          const before = merged.slice(0, merged.indexOf(event)).filter((one) => one.side === 'r').length;
          expect(before).toBeGreaterThanOrEqual(event.seen?.seq ?? 0);
        }
      }),
    );
  });
});
