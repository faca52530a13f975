import { isDeepStrictEqual } from 'node:util';
import { readBack } from './demo-office.ts';
import type { Told } from './story.ts';

/** One thing that must hold; `value` 1 when it does. */
export type Check = { readonly name: string; readonly value: number; readonly target: number; readonly ok: boolean };

const check = (name: string, holds: boolean): Check => ({ name, value: holds ? 1 : 0, target: 1, ok: holds });

/** Compares everything both offices know of the request, and proves each office's own data. */
export async function compareOffices({ asks, does, request, manifest, attachment, words }: Told) {
  const ours = await asks.ask('request.get', { request });
  const theirs = await does.ask('request.get', { request });
  const ids = (view: typeof ours): readonly string[] => view.timeline.map(({ id }) => id);
  const proofs = [await asks.ask('store.verify', {}), await does.ask('store.verify', {})];
  const rebuilt = [await asks.ask('store.rebuild', {}), await does.ask('store.rebuild', {})];
  const queues = [await asks.ask('sync.status', {}), await does.ask('sync.status', {})];
  const checks = [
    check('request closed in both offices', ours.row.state === 'closed' && theirs.row.state === 'closed'),
    check('folded states equal', isDeepStrictEqual(ours.state, theirs.state)),
    check('digests equal', ours.digest === theirs.digest),
    check('same entries in the same order', isDeepStrictEqual(ids(ours), ids(theirs))),
    check(
      'limit dates equal',
      ours.clocks.limit?.due !== undefined && ours.clocks.limit.due === theirs.clocks.limit?.due,
    ),
    check('no difference flagged', ours.state.differences.length === 0 && theirs.state.differences.length === 0),
    check(
      'letter and reply read the same',
      isDeepStrictEqual([ours.commission, ours.reply], [theirs.commission, theirs.reply]),
    ),
    check('attachment arrived unchanged', (await readBack(asks, manifest)).equals(attachment)),
    check('words went local, sent, receipted', isDeepStrictEqual(words, ['local', 'sent', 'receipted'])),
    check(
      'every chain verifies in both offices',
      proofs.every(({ problems }) => problems.length === 0),
    ),
    check(
      'rebuilt tables equal in both offices',
      rebuilt.every(({ same }) => same),
    ),
    check(
      'nothing unreceipted or set aside',
      queues.every(({ local, sent, quarantine }) => local + sent + quarantine.length === 0),
    ),
  ];
  const agree = ours.digest === theirs.digest && isDeepStrictEqual(ours.state, theirs.state);
  return {
    agree,
    checks,
    ours,
    theirs,
    offices: { [asks.id]: { digest: ours.digest }, [does.id]: { digest: theirs.digest } },
  };
}
