import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { EntryId, OfficeId, RequestId, UserId } from '#shared/base/ids.ts';
import { foldRequest } from '#shared/domain/assist/fold.ts';
import { executorActs } from '#shared/domain/assist/life.ts';
import { writeBundle } from '#shared/protocol/bundle.ts';
import { requestChain } from '#shared/protocol/chain-id.ts';
import type { Entry, Head } from '#shared/protocol/entry.ts';
import { makeEntry } from '#shared/protocol/make-entry.ts';
import { eventsOf } from '#shared/protocol/slice.ts';
import { streamStart } from '#shared/protocol/stream.ts';
import { receive } from '#tests/simulation/run-step.ts';
import { stubCrypto } from '#tests/simulation/stub-crypto.ts';
import { newPair, openingFacts, request } from './pair.ts';

const junk = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
const facts = fc.dictionary(
  fc.constantFrom('command', 'head', 'to', 'intake', 'items', 'outcome', 'number', 'upTo', 'extension', '__proto__'),
  fc.oneof(
    junk,
    fc.array(junk, { maxLength: 3 }),
    fc.record({ header: fc.oneof(fc.string(), fc.constant('{}')), signature: fc.string() }),
  ),
);
const kinds = [...Object.keys(executorActs), 'request', 'withdraw', 'supplement', 'close', 'object', 'later'];
const wild = fc.record({
  kind: fc.constantFrom(...kinds),
  side: fc.constantFrom<'r' | 'e'>('r', 'e'),
  own: fc.boolean(),
  jump: fc.constantFrom(0, 0, 0, 0, 1, 2, -1),
  strange: fc.boolean(),
  kv: fc.constantFrom(1, 1, 2),
  pen: fc.constantFrom(1, 1, 1, 2),
  other: fc.constantFrom(false, false, false, true),
  facts,
});

test('a partner that signs anything at all never breaks us, and every entry of it is counted and kept', () => {
  fc.assert(
    fc.property(fc.array(wild, { minLength: 1, maxLength: 30 }), fc.boolean(), (list, opened) => {
      const pair = newPair(stubCrypto);
      const { a, b, around } = pair;
      const heads: Record<'r' | 'e', Head | null> = { r: null, e: null };
      const made: Entry[] = [];
      const write = (side: 'r' | 'e', kind: string, said: JsonObject, more: Partial<(typeof list)[number]>): void => {
        const tail = heads[side];
        const prev = {
          seq: Math.max(0, (tail?.seq ?? 0) + (more.jump ?? 0)),
          id: (more.strange ? `s1:${'0'.repeat(64)}` : (tail?.id ?? `s1:${'1'.repeat(64)}`)) as EntryId,
        };
        const id = (more.other ? `${request.slice(0, -1)}e` : request) as RequestId;
        const draft = {
          chain: requestChain(id, side),
          kind,
          kv: more.kv ?? 1,
          minReader: 1,
          office: (more.own ? b.office : a.office) as OfficeId,
          device: a.device,
          pen: more.pen ?? 1,
          seen: heads[side === 'r' ? 'e' : 'r'],
          actor: 'u1' as UserId,
          on: '2026-03-02',
          at: '000000000000001-0000',
          facts: said,
          body: null,
          files: [],
        };
        const entry = makeEntry(draft, prev.seq === 0 ? null : prev, 's1', a.ports);
        heads[side] = { seq: entry.parsed.seq, id: entry.id };
        made.push(entry);
      };
      if (opened) write('r', 'request', openingFacts(b), {});
      for (const one of list) write(one.side, one.kind, one.facts as JsonObject, one);
      const route = { office: a.office, device: a.device, to: b.office, certificates: [] };
      const parcels = made.map((entry) => ({
        entry: { id: entry.id, header: entry.header, signature: entry.signature },
        body: null,
      }));
      receive(b, a.office, 'wild', writeBundle(route, streamStart, parcels, a.ports), around);
      expect(pair.peer(b).received).toEqual(made.map((entry) => entry.id));
      const kept = new Set<string>(pair.peer(b).unread);
      for (const slice of b.store.slices.values()) {
        for (const chain of [slice.r, slice.e]) for (const held of chain.held) kept.add(held.entry.id);
        for (const entry of [...slice.r.entries, ...slice.e.entries]) kept.add(entry.id);
        const events = eventsOf(slice, b.ports.hashing);
        expect(foldRequest(events.r, events.e).phase).toBeTypeOf('string');
        // Only our own device writes the executor's chain, whatever the partner claims.
        if (opened && slice.request === request) {
          expect(slice.e.entries.every((entry) => entry.parsed.device === b.device)).toBe(true);
        }
      }
      expect(made.filter((entry) => !kept.has(entry.id))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
