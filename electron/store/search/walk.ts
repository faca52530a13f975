import type { ReadDb, SqlValue } from '../db.ts';

/** Where in a list one has got to: behind the row with this key and number, inside one of its parts. */
export type Behind = { readonly key: SqlValue; readonly n: number };

/** One part of a list: its statements, from the start or from behind a row. */
export type Part = {
  /** Selects `n` and `key` of the rows in their order; LIMIT and OFFSET are the last two values. */
  readonly rows: (behind: Behind | null) => { readonly sql: string; readonly values: readonly SqlValue[] };
  /** Counts the same rows. */
  readonly count: (behind: Behind | null) => { readonly sql: string; readonly values: readonly SqlValue[] };
};

/** A place in a list that was reached before: so many rows lie above it. */
type Signpost = { readonly above: number; readonly part: number; readonly behind: Behind | null };
type Walked = { readonly stamp: number; readonly posts: Signpost[] };

const keptLists = 16;
const keptPosts = 4000;
const start: Signpost = { above: 0, part: 0, behind: null };
const lists = new WeakMap<ReadDb, Map<string, Walked>>();

/** The signposts of a list; all of them fall as soon as anything lists show is written, since rows may have moved. */
function postsOf(db: ReadDb, name: string): Signpost[] {
  const stamp = db.stamp();
  const held = lists.get(db) ?? new Map<string, Walked>();
  lists.set(db, held);
  const known = held.get(name);
  held.delete(name);
  const walked = known?.stamp === stamp ? known : { stamp, posts: [start] };
  held.set(name, walked);
  const oldest = held.size > keptLists ? held.keys().next().value : undefined;
  if (oldest !== undefined) held.delete(oldest);
  return walked.posts;
}

/** Where the last signpost with at most `above` rows above it stands. */
function lastPost(posts: readonly Signpost[], above: number): number {
  let [low, high] = [0, posts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((posts[middle]?.above ?? 0) <= above) low = middle;
    else high = middle - 1;
  }
  return low;
}

function plant(posts: Signpost[], post: Signpost): void {
  const place = lastPost(posts, post.above);
  if (posts.length < keptPosts && posts[place]?.above !== post.above) posts.splice(place + 1, 0, post);
}

/**
 * The numbers of the rows from `offset` on, at most `limit`. A list remembers the places it was read at, so that going
 * on from there, or coming near again, costs the same however deep it lies. `name` names the list with its filters.
 */
export function walkedPage(
  db: ReadDb,
  list: { readonly name: string; readonly parts: readonly Part[] },
  offset: number,
  limit: number,
): readonly number[] {
  const posts = postsOf(db, list.name);
  let { above, part, behind } = posts[lastPost(posts, offset)] ?? start;
  const found: number[] = [];
  while (found.length < limit) {
    const statements = list.parts[part];
    if (statements === undefined) break;
    const skip = Math.max(0, offset - above);
    const { sql, values } = statements.rows(behind);
    const rows = db.all<Behind>(sql, ...values, limit - found.length, skip);
    const last = rows.at(-1);
    found.push(...rows.map(({ n }) => n));
    if (last !== undefined) {
      above += skip + rows.length;
      behind = last;
      plant(posts, { above, part, behind });
    }
    if (found.length >= limit) break;
    if (last === undefined && skip > 0) {
      const rest = statements.count(behind);
      above += db.get<{ n: number }>(rest.sql, ...rest.values)?.n ?? 0;
    }
    part += 1;
    behind = null;
    plant(posts, { above, part, behind });
  }
  return found;
}
