import { describe, expect, test } from 'vitest';
import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { DeviceId, RequestId } from '#shared/base/ids.ts';
import type { Side } from '#shared/domain/assist/event.ts';
import type { Entry } from '#shared/protocol/entry.ts';
import { nextTakeover } from '#shared/protocol/next-takeover.ts';
import type { RequestSlice } from '#shared/protocol/slice.ts';
import { takeoverFacts } from '#shared/protocol/takeover.ts';
import { type Author, author, type Desk, newDesk, request, rootOf, write } from './desk.ts';

const [qingpu, wujiang] = ['sh-qingpu', 'js-wujiang'] as const;
const [dead, fresh, later] = [author(qingpu, 'dead'), author(qingpu, 'fresh'), author(qingpu, 'later')];
const [there, thereToo] = [author(wujiang, 'there'), author(wujiang, 'there too')];
const everybody = [dead, fresh, later, there, thereToo];

const opening: JsonObject = {
  ...{ kind: 'ARB_INVESTIGATE', to: wujiang, urgency: 'normal', items: [{ id: 'i1', kind: 'inquiry' }], papers: [] },
  ...{ agreed: '2026-03-23', number: null, card: 'c'.repeat(64), intake: there.device },
};

/** The partner's desk with the opening and one note of the device that dies, and the entries themselves. */
function begun(): { desk: Desk; first: Entry; note: Entry } {
  const desk = newDesk(there, dead.office, everybody);
  const first = write(desk.slice(), 'r', dead, 'request', opening);
  desk.take(first);
  const note = write(desk.slice(), 'r', dead, 'note', {});
  desk.take(note);
  return { desk, first, note };
}

/** The entry by which `by` takes a side over, as it stands in `slice`; `bend` makes it lie. */
function takeover(slice: RequestSlice, side: Side, by: Author, bend: Bend = {}): Entry {
  const honest = nextTakeover(slice, side, by.office, by.device);
  if (!honest) throw new Error('nothing to take over');
  const said = { ...honest, ...bend.said };
  const facts = { ...takeoverFacts(said, bend.root ?? rootOf(by.office)), ...bend.facts };
  return write(slice, side, by, 'pen', facts, bend.pen ?? said.number);
}

type Bend = {
  readonly said?: Partial<{ number: number; seq: number; head: Entry['id'] | null; to: DeviceId; request: RequestId }>;
  readonly facts?: JsonObject;
  readonly root?: ReturnType<typeof rootOf>;
  readonly pen?: number;
};

describe('rule 8: a takeover', () => {
  test('puts another device behind the last entry the partner holds, and the office goes on with it', () => {
    const { desk } = begun();
    desk.take(takeover(desk.slice(), 'r', fresh));
    desk.take(write(desk.slice(), 'r', fresh, 'urge', {}, 2));
    expect(desk.kinds('r')).toEqual(['request', 'note', 'pen', 'urge']);
    expect(desk.state().pens.r).toEqual({ device: fresh.device, number: 2 });
    expect(desk.state().differences).toEqual([]);
    // And once more, by the device that comes after that one.
    desk.take(takeover(desk.slice(), 'r', later));
    desk.take(write(desk.slice(), 'r', later, 'note', {}, 3));
    expect(desk.state().pens.r).toEqual({ device: later.device, number: 3 });
    expect(desk.beside('r')).toEqual([]);
  });

  test('of an executor that had written nothing opens its chain', () => {
    const desk = newDesk(dead, there.office, everybody);
    desk.take(write(desk.slice(), 'r', dead, 'request', opening));
    desk.take(takeover(desk.slice(), 'e', thereToo));
    desk.take(write(desk.slice(), 'e', thereToo, 'register', { stored: '2026-03-02', number: null }, 2));
    expect(desk.kinds('e')).toEqual(['pen', 'register']);
    expect(desk.state()).toMatchObject({ phase: 'registered', differences: [] });
    expect(desk.state().pens.e).toEqual({ device: thereToo.device, number: 2 });
  });

  test.each<[string, string, Bend]>([
    ['without the word of the root key', 'wrong-pen', { facts: { proof: null } }],
    ['signed by a key of its own', 'wrong-takeover', { root: fresh.signing }],
    ['signed by another office', 'wrong-takeover', { root: rootOf(wujiang) }],
    ['under a number too high', 'wrong-takeover', { said: { number: 3 } }],
    ['under the number of now', 'wrong-takeover', { said: { number: 1 } }],
    ['that says another number than it bears', 'wrong-takeover', { pen: 3 }],
    ['that names another place', 'wrong-takeover', { said: { seq: 1 } }],
    ['that names no head', 'wrong-takeover', { said: { head: null } }],
    ['for another device', 'wrong-takeover', { said: { to: later.device } }],
    ['of another request', 'wrong-takeover', { said: { request: `${request.slice(0, -1)}b` as RequestId } }],
    [
      'whose proof was made for another number',
      'wrong-takeover',
      { said: { number: 3 }, facts: { number: 2 }, pen: 2 },
    ],
  ])('%s stands in no chain', (_name, reason, bend) => {
    const { desk } = begun();
    desk.take(takeover(desk.slice(), 'r', fresh, bend));
    expect(desk.kinds('r')).toEqual(['request', 'note']);
    expect(desk.beside('r')).toEqual([`rejected ${reason}`]);
  });

  test('a device that merely belongs to the office writes nothing', () => {
    const { desk } = begun();
    desk.take(write(desk.slice(), 'r', fresh, 'note', {}, 2), write(desk.slice(), 'r', fresh, 'note', {}, 1));
    expect(desk.beside('r')).toEqual(['rejected wrong-pen', 'rejected wrong-pen']);
  });

  test('a proof that stood in another request proves nothing here', () => {
    const { desk } = begun();
    const genuine = takeover(desk.slice(), 'r', fresh);
    const other = { ...desk.slice(), request: `${request.slice(0, -1)}c` as RequestId };
    const elsewhere = newDesk(there, dead.office, everybody);
    const first = write({ ...other, r: { entries: [], held: [] } }, 'r', dead, 'request', opening);
    elsewhere.take(first);
    const slice = elsewhere.slice(other.request);
    elsewhere.take(write(slice, 'r', fresh, 'pen', genuine.parsed.facts, 2));
    expect(elsewhere.slice(other.request).r.held.map(({ reason }) => reason)).toEqual(['wrong-takeover']);
  });
});

describe('rule 8: what the dead device wrote', () => {
  test('and comes after the takeover is kept as an orphan: it contradicts nobody and stops nothing', () => {
    const { desk, note } = begun();
    const before = desk.slice();
    const unsent = write(before, 'r', dead, 'urge', {});
    const behind = write(
      { ...before, r: { ...before.r, entries: [...before.r.entries, unsent] } },
      'r',
      dead,
      'note',
      {},
    );
    desk.take(takeover(before, 'r', fresh));
    desk.take(unsent, behind, note);
    expect(desk.beside('r')).toEqual(['orphan taken-over', 'orphan taken-over']);
    desk.take(write(desk.slice(), 'r', fresh, 'urge', {}, 2));
    expect(desk.kinds('r')).toEqual(['request', 'note', 'pen', 'urge']);
  });

  test('and still was under way when it was taken over follows first, then the takeover', () => {
    const { desk } = begun();
    const before = desk.slice();
    const under = write(before, 'r', dead, 'urge', {});
    const longer = { ...before, r: { ...before.r, entries: [...before.r.entries, under] } };
    desk.take(takeover(longer, 'r', fresh));
    expect(desk.beside('r')).toEqual(['waiting earlier-missing']);
    desk.take(under);
    expect(desk.kinds('r')).toEqual(['request', 'note', 'urge', 'pen']);
    expect(desk.beside('r')).toEqual([]);
  });

  test('twice at one place stops its chain until a takeover names the branch that stands; the other is an orphan', () => {
    const { desk } = begun();
    const before = desk.slice();
    const [one, two] = [write(before, 'r', dead, 'urge', {}), write(before, 'r', dead, 'note', {})];
    desk.take(one, two);
    desk.take(write(desk.slice(), 'r', dead, 'note', {}));
    expect(desk.beside('r')).toEqual(['fork fork', 'waiting earlier-missing']);
    // The other branch is not the one stored here: naming it changes nothing.
    const wrong = { ...before, r: { ...before.r, entries: [...before.r.entries, two] } };
    desk.take(takeover(wrong, 'r', later));
    expect(desk.kinds('r')).toEqual(['request', 'note', 'urge']);
    desk.take(takeover(desk.slice(), 'r', fresh));
    expect(desk.kinds('r')).toEqual(['request', 'note', 'urge', 'pen']);
    expect(desk.beside('r').filter((kept) => kept.startsWith('orphan'))).toHaveLength(2);
    desk.take(write(desk.slice(), 'r', fresh, 'urge', {}, 2));
    expect(desk.kinds('r').at(-1)).toBe('urge');
  });

  test('returned to its own office takes its place again, and proves nothing against the device that runs now', () => {
    const { desk } = begun();
    const own = newDesk(fresh, there.office, everybody);
    own.take(...desk.slice().r.entries);
    expect(own.kinds('r')).toEqual(['request', 'note']);
    expect(own.proven()).toBe(false);
    const rolledBack = newDesk(dead, there.office, everybody);
    rolledBack.take(...desk.slice().r.entries);
    expect(rolledBack.proven()).toBe(true);
  });
});
