import { describe, expect, test } from 'vitest';
import type { Arrival, Transport } from '#electron/exchange/transport.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { describeWith } from '#tests/support/describe-with.ts';
import { refusal, unwrap } from '#tests/support/unwrap.ts';
import { everyCarrier, parcel, them, us, type Way } from './support/carriers.ts';

const none: ReadonlySet<string> = new Set();

/** What lies ready for an office now, without saying that it was taken. */
async function lying(transport: Transport, office: OfficeId = them): Promise<readonly Arrival[]> {
  return unwrap(await transport.receive(office, none)).items;
}

/** Takes everything in, says so, and goes on while there is more; answers the texts in order. */
async function takeAll(transport: Transport, office: OfficeId = them): Promise<readonly string[]> {
  const texts: string[] = [];
  let cursor = none;
  for (let more = true; more; ) {
    const came = unwrap(await transport.receive(office, cursor));
    for (const item of came.items) {
      texts.push(new TextDecoder().decode(unwrap(await item.read())));
      unwrap(await item.taken());
    }
    ({ cursor, more } = came);
  }
  return texts.toSorted();
}

const chunkOf = (size: number, seed = 7) =>
  parcel(Uint8Array.from({ length: size }, (_, at) => (at * 31 + seed * (at >> 8)) & 0xff));

for (const { name, program, open } of everyCarrier) {
  const suite = program === undefined ? describe : describeWith.bind(undefined, program);

  suite(`what is handed to a ${name}`, () => {
    test('is read whole by the office it is for, and by nobody else', async () => {
      const { ours, theirs } = await open();
      const { id, bytes } = parcel('a bundle');
      unwrap(await ours.put(them, id, bytes));
      const [item, ...others] = await lying(theirs);
      expect(others).toEqual([]);
      expect(item).toMatchObject({ id, size: bytes.length });
      expect(await lying(ours, us)).toEqual([]);
    });

    test('of any size arrives as it was', async () => {
      const { ours, theirs } = await open();
      const sizes = [1, 1_000, 70_000, 4_300_000];
      const parcels = sizes.map((size) => chunkOf(size));
      for (const { id, bytes } of parcels) unwrap(await ours.put(them, id, bytes));
      const items = await lying(theirs);
      expect(items.map(({ id }) => id).toSorted()).toEqual(parcels.map(({ id }) => id).toSorted());
      for (const item of items) expect(parcel(unwrap(await item.read())).id).toBe(item.id);
    });

    test('is taken once when it is handed over twice, also by several writers at once', async () => {
      const { ours, theirs, again } = await open();
      const parcels = Array.from({ length: 12 }, (_, index) => parcel(`bundle ${index % 6}`));
      const puts = await Promise.all(
        parcels.map(({ id, bytes }, at) => (at % 2 === 0 ? ours : again()).put(them, id, bytes)),
      );
      expect(puts.filter(({ ok }) => !ok)).toEqual([]);
      expect(await takeAll(theirs)).toEqual([0, 1, 2, 3, 4, 5].map((index) => `bundle ${index}`));
    });

    test('lies there until it was taken, and comes again to who starts anew without having said so', async () => {
      const { ours, theirs, restarted } = await open();
      const { id, bytes } = parcel('a bundle');
      unwrap(await ours.put(them, id, bytes));
      expect((await lying(theirs)).map((item) => item.id)).toEqual([id]);
      const anew = await restarted();
      await expect.poll(async () => (await lying(anew)).map((item) => item.id)).toEqual([id]);
    });

    test('that was taken does not come again, and what comes later does', async () => {
      const { ours, theirs } = await open();
      const [one, two] = [parcel('one'), parcel('two')];
      unwrap(await ours.put(them, one.id, one.bytes));
      const first = unwrap(await theirs.receive(them, none));
      for (const item of first.items) unwrap(await item.taken());
      unwrap(await ours.put(them, two.id, two.bytes));
      const second = unwrap(await theirs.receive(them, first.cursor));
      expect(second.items.map(({ id }) => id)).toEqual([two.id]);
    });

    test('and is asked for again after it was taken is handed over again', async () => {
      const { ours, theirs } = await open();
      const { id, bytes } = parcel('a bundle');
      unwrap(await ours.put(them, id, bytes));
      expect(await takeAll(theirs)).toEqual(['a bundle']);
      unwrap(await ours.put(them, id, bytes));
      expect(await takeAll(theirs)).toEqual(['a bundle']);
    });
  });

  suite(`a part of a file handed to a ${name}`, () => {
    test('lies ready for the office it is for, and need not be handed over again', async () => {
      const { ours, theirs } = await open();
      const [one, two] = [chunkOf(4_200_000, 1), chunkOf(10, 2)];
      unwrap(await ours.putChunk(them, one.id, one.bytes));
      expect(unwrap(await ours.hasChunks(them, [one.id, two.id]))).toEqual(new Set([one.id]));
      expect(unwrap(await theirs.chunksFrom(us, [one.id, two.id]))).toEqual(new Set([one.id]));
      const bytes = unwrap(await theirs.getChunk(us, one.id));
      expect(parcel(bytes ?? new Uint8Array()).id).toBe(one.id);
      expect(unwrap(await theirs.getChunk(us, two.id))).toBeUndefined();
    });

    test('handed over twice lies there once; none is no failure', async () => {
      const { ours, theirs } = await open();
      const { id, bytes } = parcel('a chunk');
      for (let time = 0; time < 2; time += 1) unwrap(await ours.putChunk(them, id, bytes));
      expect(unwrap(await theirs.chunksFrom(us, [id]))).toEqual(new Set([id]));
      expect(unwrap(await ours.hasChunks(them, []))).toEqual(new Set());
      expect(unwrap(await theirs.chunksFrom(us, []))).toEqual(new Set());
    });

    test('that the receiver has stored is not handed over again by a sender that starts anew', async () => {
      const { ours, theirs, again } = await open();
      const { id, bytes } = parcel('a chunk');
      unwrap(await ours.putChunk(them, id, bytes));
      unwrap(await theirs.chunkTaken(us, id));
      expect(unwrap(await again().hasChunks(them, [id]))).toEqual(new Set([id]));
    });
  });

  suite(`a ${name} that is away`, () => {
    const everything = async ({ ours }: Way): Promise<readonly string[]> => {
      const { id, bytes } = parcel('a bundle');
      return [
        refusal(await ours.put(them, id, bytes)),
        refusal(await ours.receive(us, none)),
        refusal(await ours.putChunk(them, id, bytes)),
        refusal(await ours.getChunk(them, id)),
        refusal(await ours.hasChunks(them, [id])),
        refusal(await ours.chunksFrom(them, [id])),
      ];
    };

    test('is unreachable in every act, and goes on where it was when it comes back', async () => {
      const way = await open();
      const { id, bytes } = parcel('a bundle');
      unwrap(await way.ours.put(them, id, bytes));
      await way.leave();
      expect(new Set(await everything(way))).toEqual(new Set(['unreachable']));
      await way.comeBack();
      await expect.poll(() => takeAll(way.theirs)).toEqual(['a bundle']);
    });

    test('and comes back empty means nothing: the same is handed over anew', async () => {
      const way = await open();
      const { id, bytes } = parcel('a bundle');
      unwrap(await way.ours.put(them, id, bytes));
      await way.leave();
      await way.comeBackEmpty();
      await expect.poll(() => takeAll(way.theirs)).toEqual([]);
      expect(unwrap(await way.ours.holds(them, id, bytes))).toBe(false);
      unwrap(await way.ours.put(them, id, bytes));
      expect(await takeAll(way.theirs)).toEqual(['a bundle']);
    });
  });
}
