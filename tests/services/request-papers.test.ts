import { describe, expect, it } from 'vitest';
import { chainEntries } from '#electron/store/tables/entries.ts';
import { requestChain } from '#shared/protocol/chain-id.ts';
import { openDesk, testClock } from './support/desk.ts';
import { enclosure } from './support/enclosure.ts';
import {
  acceptedDossier,
  acceptedThere,
  day,
  finishedLetter,
  fullReply,
  passAndSend,
  sentRequest,
  twoOffices,
} from './support/two-offices.ts';

describe('a letter on its way through the office', () => {
  it('is passed by three persons on one text; a change voids what was passed, and numbers have no holes', async () => {
    const { asks, does } = await twoOffices();
    const dossier = (await acceptedDossier(asks)) as never;
    const partner = does.open.office;
    const letter = await finishedLetter(asks, does, dossier);
    const { id } = await asks.ask('paper.submit', { dossier, partner, letter });
    const request = id as never;
    const view = () => asks.ask('request.get', { request });
    const first = (await view()).paper;
    const hash = first?.hash ?? '';
    expect(first).toMatchObject({ type: 'commission', next: 'review', number: null });
    expect((await view()).row).toMatchObject({ state: 'approval', actor: 'us', flags: ['paper-review'] });

    const code = async (act: 'paper.review' | 'paper.sign', used = hash) =>
      (await asks.refusal(act, { request, hash: used, verdict: 'pass' })).code;
    expect(await code('paper.review', 'f'.repeat(64))).toBe('paper.hash-changed');
    asks.as('sealer');
    expect(await code('paper.review')).toBe('paper.role-review');
    asks.as('clerk');
    expect(await code('paper.review')).toBe('paper.role-review');
    asks.as('head');
    expect(await code('paper.sign')).toBe('paper.not-now');
    asks.as('examiner');
    expect((await asks.refusal('paper.review', { request, hash, verdict: 'back' })).code).toBe('paper.reason-missing');
    await asks.ask('paper.review', { request, hash, verdict: 'pass' });
    asks.as('head');
    await asks.ask('paper.sign', { request, hash, verdict: 'pass' });
    expect((await view()).paper).toMatchObject({ next: 'send', number: '青劳人仲函〔2026〕1号' });

    expect((await view()).row.flags).toEqual(['paper-send']);
    expect((await view()).may).toEqual(['send', 'unsign']);
    asks.as('clerk');
    expect((await view()).may).toEqual(['send']);
    const changed = { ...letter, special: '请注意保密。' };
    const early = await asks.refusal('paper.submit', { request, dossier, partner, letter: changed });
    expect(early.code).toBe('paper.signed');
    const takenBack = { request, hash, verdict: 'back', note: '请补充保密要求' } as const;
    expect((await asks.refusal('paper.sign', takenBack)).code).toBe('paper.role-sign');
    asks.as('head');
    await asks.ask('paper.sign', takenBack);
    expect((await asks.refusal('paper.send', { request, hash })).code).toBe('paper.not-now');
    asks.as('clerk');
    expect(await view()).toMatchObject({ may: ['resubmit'], paper: { next: 'back' }, row: { flags: ['paper-back'] } });
    await asks.ask('paper.submit', { request, dossier, partner, letter: changed, base: hash });
    const second = (await view()).paper;
    expect(second).toMatchObject({ next: 'review', number: '青劳人仲函〔2026〕1号' });
    expect(second?.hash).not.toBe(hash);
    expect(second?.steps.map((step) => [step.step, step.holds])).toEqual([
      ...[
        ['draft', false],
        ['review', false],
        ['sign', false],
        ['sign', false],
      ],
      ['draft', true],
    ]);
    expect((await asks.refusal('paper.send', { request, hash })).code).toBe('paper.hash-changed');
    expect((await asks.refusal('paper.send', { request, hash: second?.hash ?? '' })).code).toBe('paper.not-now');

    expect(await passAndSend(asks, id)).toBe('青劳人仲函〔2026〕1号');
    const again = await asks.ask('paper.submit', { dossier, partner, letter });
    expect(await passAndSend(asks, again.id)).toBe('青劳人仲函〔2026〕2号');
    expect((await asks.refusal('paper.submit', { request, dossier, partner, letter })).code).toBe('paper.already-sent');
    expect((await asks.ask('dossier.get', { dossier })).row.openRequests).toBe(2);
  });

  it('waits for the scan of the sealed letter where the office says so, and sends it along', async () => {
    const { asks, does, exchange } = await twoOffices();
    await asks.ask('office.setSettings', { sealedScanRequired: true });
    const dossier = (await acceptedDossier(asks)) as never;
    const letter = await finishedLetter(asks, does, dossier);
    const { id } = await asks.ask('paper.submit', { dossier, partner: does.open.office, letter });
    const request = id as never;
    const hash = (await asks.ask('request.get', { request })).paper?.hash ?? '';
    asks.as('examiner');
    await asks.ask('paper.review', { request, hash, verdict: 'pass' });
    asks.as('head');
    await asks.ask('paper.sign', { request, hash, verdict: 'pass' });
    asks.as('sealer');
    expect((await asks.refusal('paper.seal', { request, hash })).code).toBe('paper.scan-missing');
    expect((await asks.refusal('paper.send', { request, hash })).code).toBe('paper.scan-missing');
    const scan = await enclosure(asks, '盖章扫描.pdf', '%PDF-1.7 made-up scan');
    asks.as('clerk');
    expect((await asks.refusal('paper.seal', { request, hash, scan })).code).toBe('paper.role-seal');
    asks.as('sealer');
    await asks.ask('paper.seal', { request, hash, scan });
    expect((await asks.ask('request.get', { request })).paper).toMatchObject({
      next: 'send',
      scan: { name: '盖章扫描.pdf' },
    });
    await asks.ask('paper.send', { request, hash });
    await exchange();
    const there = await does.ask('request.get', { request });
    expect(there.files).toEqual([
      { manifest: scan.manifest, name: '盖章扫描.pdf', size: scan.size, have: 1, lost: 0, of: 1, ours: false },
    ]);
  });

  it('waits for nothing any more once the request has gone on without it', async () => {
    const offices = await twoOffices();
    const { asks, does, exchange } = offices;
    const request = (await sentRequest(offices)) as never;
    await exchange();
    await acceptedThere(offices, request, '2026-03-12');
    await does.ask('paper.submitReply', { request, reply: fullReply() });
    const before = await does.ask('request.get', { request });
    expect(before.row.flags).toEqual(['paper-review']);
    expect(before.may).toContain('resubmit');
    expect(before.may).not.toContain('reply');
    await exchange();
    await asks.ask('request.withdraw', { request, on: day('2026-03-12'), reason: '双方已和解。' });
    await exchange();
    const after = await does.ask('request.get', { request });
    expect(after).toMatchObject({ paper: { next: 'moot' }, row: { state: 'withdrawn', flags: ['paper-moot'] } });
    expect(after.may.filter((act) => ['review', 'sign', 'seal', 'send', 'resubmit', 'reply'].includes(act))).toEqual(
      [],
    );
    expect((await does.ask('today.get', {})).inApproval).toEqual([]);
  });

  it('leaves as it was previewed, with nothing of the file but what the letter shows', async () => {
    const { asks, does, exchange } = await twoOffices();
    const dossier = (await acceptedDossier(asks)) as never;
    const partner = does.open.office;
    const letter = await finishedLetter(asks, does, dossier);
    const preview = await asks.ask('request.preview', { dossier, partner, letter });
    const { id } = await asks.ask('paper.submit', { dossier, partner, letter });
    await passAndSend(asks, id);
    await exchange();
    const there = await does.ask('request.get', { request: id as never });
    expect(there.commission).toEqual(preview.letter);
    expect(there.commissionHead).toEqual({
      ...preview.head,
      ...{ number: '青劳人仲函〔2026〕1号', signedBy: '顾某某', signedOn: '2026-03-12' },
    });
    const bodies = chainEntries(does.open.store.db, requestChain(id as never, 'r')).map((entry) => entry.body ?? '');
    const size = new TextEncoder().encode(bodies[0]).length;
    expect(Math.abs(size - preview.bytes)).toBeLessThan(200);
    // The identity number and telephone of the applicant, and the id of our file, stay here.
    for (const secret of ['310118199001011234', '13800000000', dossier as string]) {
      expect(bodies.join('\n')).not.toContain(secret);
    }
  });

  it('is sent only to a partner whose fingerprint was compared', async () => {
    const { asks, does } = await twoOffices();
    const clock = testClock('2026-03-12T09:30');
    const stranger = await openDesk({
      office: 'jiashan-arb',
      name: '嘉善县劳动人事争议仲裁院',
      region: '330421',
      clock,
    });
    const { bytes } = await stranger.ask('partner.ownCard', {});
    await asks.ask('partner.add', { bytes, confirmed: false });
    const dossier = (await acceptedDossier(asks)) as never;
    const letter = await finishedLetter(asks, does, dossier);
    const { id } = await asks.ask('paper.submit', { dossier, partner: stranger.open.office, letter });
    await expect(passAndSend(asks, id)).rejects.toThrow('request.partner-unconfirmed');
    await asks.ask('partner.confirm', { office: stranger.open.office });
    const hash = (await asks.ask('request.get', { request: id as never })).paper?.hash ?? '';
    await asks.ask('paper.send', { request: id as never, hash });
  });

  it('keeps what was typed as data, cleaned of marks that deceive the reader', async () => {
    const { asks, does } = await twoOffices();
    const dossier = (await acceptedDossier(asks)) as never;
    const partner = does.open.office;
    const letter = await finishedLetter(asks, does, dossier);
    const [item] = letter.items;
    if (!item) throw new Error('a letter has an item');
    const nasty = `'); DROP TABLE request;-- =SUM(A1)\u202e,"x"\u0007`;
    const odd = {
      ...letter,
      items: [{ ...item, questions: nasty, object: { ...item.object, name: `某\u202e某\u200b公司` } }],
    };
    const { id } = await asks.ask('paper.submit', { dossier, partner, letter: odd });
    const kept = (await asks.ask('request.get', { request: id as never })).commission?.items[0];
    expect(kept?.questions).toBe(`'); DROP TABLE request;-- =SUM(A1),"x"`);
    expect(kept?.object.name).toBe('某某公司');
    const preview = await asks.ask('request.preview', { dossier, partner, letter: odd });
    expect(preview.warnings).toEqual(expect.arrayContaining(['text.control-removed', 'text.direction-removed']));
    expect((await asks.ask('request.list', { text: 'drop table' })).total).toBe(0);
    expect((await asks.ask('request.list', { text: '某某公司' })).total).toBe(1);
    expect((await asks.ask('request.list', { text: '%' })).total).toBe(0);
    const empty = { ...letter, items: [{ ...item, questions: '\u200b\u202e' }] };
    const refused = await asks.refusal('paper.submit', { dossier, partner, letter: empty });
    expect(refused).toMatchObject({ kind: 'bad-input', code: 'text.nothing-left', field: 'items.0.questions' });
    const twice = { ...letter, items: [item, item] };
    expect((await asks.refusal('paper.submit', { dossier, partner, letter: twice })).code).toBe('request.item-twice');
    const asked = { ...letter, askedDate: day('2026-03-14') };
    const late = await asks.ask('request.preview', { dossier, partner, letter: asked });
    expect(late.warnings).toContain('asked-on-day-off');
    expect(
      (await asks.ask('request.preview', { dossier, partner, letter: { ...letter, askedDate: day('2026-05-29') } }))
        .warnings,
    ).toContain('asked-after-limit');
  });
});
