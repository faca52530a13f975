/** JSON as a tree whose leaves are the texts themselves, so that what no honest writer writes can be written. */
export type Tree =
  | { readonly type: 'leaf'; text: string }
  | { readonly type: 'list'; readonly items: Tree[] }
  | { readonly type: 'record'; readonly members: Member[] }
  /** A text that is JSON itself, such as a header within a line. */
  | { readonly type: 'quoted'; inner: Tree };

/** A member's name is a text too: it may stand twice. */
export type Member = { name: string; value: Tree };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function treeOfText(text: string): Tree {
  const inner = text.startsWith('{') ? parsed(text) : undefined;
  return inner === undefined ? { type: 'leaf', text: JSON.stringify(text) } : { type: 'quoted', inner: treeOf(inner) };
}

/** The tree of a value that was parsed. */
export function treeOf(value: unknown): Tree {
  if (typeof value === 'string') return treeOfText(value);
  if (Array.isArray(value)) return { type: 'list', items: value.map(treeOf) };
  if (typeof value !== 'object' || value === null) return { type: 'leaf', text: JSON.stringify(value) };
  const members = Object.entries(value).map(([name, inner]) => ({ name: JSON.stringify(name), value: treeOf(inner) }));
  return { type: 'record', members };
}

/** The tree of a text; undefined when it is no JSON, or too deep for a tree since it was spoilt before. */
export function readTree(text: string): Tree | undefined {
  try {
    const value = parsed(text);
    return value === undefined ? undefined : treeOf(value);
  } catch {
    return undefined;
  }
}

/** Writes a tree without white space. */
export function writeTree(tree: Tree): string {
  switch (tree.type) {
    case 'leaf':
      return tree.text;
    case 'list':
      return `[${tree.items.map(writeTree).join(',')}]`;
    case 'record':
      return `{${tree.members.map(({ name, value }) => `${name}:${writeTree(value)}`).join(',')}}`;
    default:
      return JSON.stringify(writeTree(tree.inner));
  }
}

/** A place in a tree whose content can be replaced. */
export type Spot = { readonly get: () => Tree; readonly set: (tree: Tree) => void };

/** Every place of a tree below its root. */
export function spotsIn(tree: Tree): readonly Spot[] {
  const spots: Spot[] = [];
  const walk = (at: Tree): void => {
    if (at.type === 'list') {
      for (const index of at.items.keys()) {
        spots.push({
          get: () => at.items[index] ?? at,
          set: (next) => {
            at.items[index] = next;
          },
        });
      }
      at.items.forEach(walk);
    } else if (at.type === 'record') {
      for (const member of at.members) {
        spots.push({
          get: () => member.value,
          set: (next) => {
            member.value = next;
          },
        });
        walk(member.value);
      }
    } else if (at.type === 'quoted') walk(at.inner);
  };
  walk(tree);
  return spots;
}

/** Every record of a tree, its root among them. */
export function recordsIn(tree: Tree): readonly Extract<Tree, { type: 'record' }>[] {
  if (tree.type === 'quoted') return recordsIn(tree.inner);
  if (tree.type === 'list') return tree.items.flatMap(recordsIn);
  return tree.type === 'record' ? [tree, ...tree.members.flatMap(({ value }) => recordsIn(value))] : [];
}
