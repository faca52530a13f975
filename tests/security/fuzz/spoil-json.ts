import type { Dice } from './dice.ts';
import { readTree, recordsIn, spotsIn, type Tree, writeTree } from './json-tree.ts';

const nested = (depth: number, open: string, close: string): string => open.repeat(depth) + close.repeat(depth);

/** Texts of values that stand where others belong. */
const values: readonly ((chance: Dice) => string)[] = [
  () => '9007199254740993',
  () => '-9007199254740993',
  () => '-0',
  () => '0.0',
  () => '1.5',
  () => '1e3',
  () => '1E400',
  () => '-1e-400',
  () => '01',
  () => '+1',
  () => '0x10',
  () => 'NaN',
  () => 'Infinity',
  () => 'undefined',
  () => '4294967296',
  () => '2147483648',
  () => '-1',
  () => '0',
  () => '1',
  () => 'null',
  () => 'true',
  () => '""',
  () => '[]',
  () => '{}',
  () => '"\\ud800"',
  () => '"\\udc00\\ud800"',
  () => '"\ud800"',
  () => '"\\u0000"',
  () => '"\u0000"',
  () => '"e\u0301"',
  () => '"\\u00e9"',
  () => '"a\nb"',
  () => '"\u2028"',
  () => '"__proto__"',
  () => '{"__proto__":{"v":1}}',
  () => '{"constructor":{"prototype":1},"toString":1,"length":-1}',
  () => '{"a":1,"a":2}',
  () => '{"b":1,"a":2}',
  () => '{ "a" : 1 }',
  () => '[1,]',
  () => "{'a':1}",
  (chance) => nested(30 + chance.below(30), '[', ']'),
  (chance) => nested(30 + chance.below(30), '{"a":', '}').replace(':}', ':1}'),
  (chance) => nested(chance.chance(0.02) ? 200_000 : 500, '[', ']'),
  (chance) => `"${'长'.repeat(chance.chance(0.02) ? 600_000 : 600)}"`,
  (chance) => `[${'0,'.repeat(chance.chance(0.02) ? 400_000 : 300)}0]`,
  (chance) => '9'.repeat(20 + chance.below(400)),
  (chance) => `"${'0'.repeat(64 + chance.below(3))}"`,
];

const names: readonly string[] = [
  '"__proto__"',
  '"constructor"',
  '"v"',
  '"a"',
  '""',
  '"\\ud800"',
  '"\\u0076"',
  '"é"',
  '"1"',
];

function changedText(text: string, chance: Dice): string {
  const at = 1 + chance.below(Math.max(1, text.length - 2));
  const unit = text.charCodeAt(at);
  const ways: readonly (() => string)[] = [
    () => `${text.slice(0, at)}\\u${unit.toString(16).padStart(4, '0')}${text.slice(at + 1)}`,
    () => text.slice(0, at) + chance.pick(['0', 'a', 'A', '-', '_', '=', '中', '\u0301', ' ']) + text.slice(at + 1),
    () => text.slice(0, at) + chance.pick(['0', 'f', '\u200b', '\\n', '\\/']) + text.slice(at),
    () => text.slice(0, at) + text.slice(at + 1),
    () => text.toUpperCase(),
    () => text.normalize('NFD'),
    () => `${text.slice(0, -1)} "`,
  ];
  return chance.pick(ways)();
}

function changedNumber(text: string, chance: Dice): string {
  return chance.pick([
    `${text}.0`,
    `${text}e0`,
    `-${text}`,
    `${text}0`,
    `0${text}`,
    `${Number(text) + 1}`,
    `${Number(text) - 1}`,
  ]);
}

function changedLeaf(text: string, chance: Dice): string {
  if (text.startsWith('"')) return changedText(text, chance);
  return /^\d/.test(text) ? changedNumber(text, chance) : chance.pick(['null', 'true', 'false', '0']);
}

type Spoil = (tree: Tree, other: Tree, chance: Dice) => void;

const copyOf = (tree: Tree): Tree => ({ type: 'leaf', text: writeTree(tree) });

const spoils: readonly Spoil[] = [
  (tree, _, chance) => chance.pick(spotsIn(tree)).set({ type: 'leaf', text: chance.pick(values)(chance) }),
  (tree, _, chance) => {
    const leaves = spotsIn(tree).filter((spot) => spot.get().type === 'leaf');
    const spot = chance.pick(leaves);
    const leaf = spot.get();
    if (leaf.type === 'leaf') spot.set({ type: 'leaf', text: changedLeaf(leaf.text, chance) });
  },
  // A value of another place, or of another document.
  (tree, _, chance) => chance.pick(spotsIn(tree)).set(copyOf(chance.pick(spotsIn(tree)).get())),
  (tree, other, chance) => chance.pick(spotsIn(tree)).set(copyOf(chance.pick(spotsIn(other)).get())),
  // A field of the same name of another document.
  (tree, other, chance) => {
    const [mine, theirs] = [chance.pick(recordsIn(tree)), recordsIn(other)];
    const member = chance.pick(mine.members);
    const same = theirs.flatMap(({ members }) => members).filter(({ name }) => name === member.name);
    if (same.length > 0) member.value = copyOf(chance.pick(same).value);
  },
  // Fields left out, said twice, added, renamed, in another order.
  (tree, _, chance) => {
    const { members } = chance.pick(recordsIn(tree));
    members.splice(chance.below(members.length), 1);
  },
  (tree, _, chance) => {
    const { members } = chance.pick(recordsIn(tree));
    const twice = chance.pick(members);
    const value: Tree = chance.chance(0.5) ? twice.value : { type: 'leaf', text: chance.pick(values)(chance) };
    members.splice(chance.below(members.length + 1), 0, { name: twice.name, value });
  },
  (tree, _, chance) => {
    const { members } = chance.pick(recordsIn(tree));
    const value: Tree = { type: 'leaf', text: chance.pick(values)(chance) };
    members.splice(chance.below(members.length + 1), 0, { name: chance.pick(names), value });
  },
  (tree, _, chance) => {
    const member = chance.pick(chance.pick(recordsIn(tree)).members);
    member.name = chance.chance(0.5) ? chance.pick(names) : changedText(member.name, chance);
  },
  (tree, _, chance) => {
    const { members } = chance.pick(recordsIn(tree));
    members.push(...members.splice(0, 1 + chance.below(members.length)));
  },
  // A list that goes on and on.
  (tree, _, chance) => {
    const lists = spotsIn(tree).flatMap((spot) => {
      const at = spot.get();
      return at.type === 'list' ? [at.items] : [];
    });
    const items = chance.pick(lists);
    const first = items[0] ?? { type: 'leaf', text: '0' };
    items.push(...Array.from({ length: 1 + chance.below(chance.chance(0.05) ? 1_500 : 12) }, () => first));
  },
];

/**
 * Changes a JSON text as somebody would who knows what it means: fields of other places and documents, doubled and missing
 * fields, numbers and texts no canonical form has, depth and length. Undefined when there is nothing of that kind in it.
 */
export function spoilJson(text: string, other: string, chance: Dice): string | undefined {
  const tree = readTree(text);
  const beside = readTree(other) ?? tree;
  if (!tree || !beside) return undefined;
  try {
    for (let more = true; more; more = chance.chance(0.25)) chance.pick(spoils)(tree, beside, chance);
    return writeTree(tree);
  } catch {
    // There is nothing to pick from, no list or no field, or it went too deep to be written.
    return undefined;
  }
}
