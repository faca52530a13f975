/** The first character of each initial letter in the pinyin order of the platform's own tables. */
const firsts = '阿八嚓咑妸发旮哈丌咔垃妈拏噢妑七呥仨他穵夕丫帀';
const letters = 'abcdefghjklmnopqrstwxyz';

/** Characters that begin a name with another sound than the one they are sorted by. */
const asFirst: Readonly<Record<string, string>> = {
  ...{ 曾: 'z', 单: 's', 仇: 'q', 解: 'x', 查: 'z', 区: 'o', 翟: 'z', 乐: 'y', 尉: 'y', 盖: 'g', 朴: 'p', 缪: 'm' },
  ...{ 种: 'c', 重: 'c', 长: 'c', 厦: 'x', 覃: 'q', 折: 's', 宓: 'm', 逄: 'p' },
};

const order = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
const known = new Map<string, string>();

function initialOf(char: string): string {
  const before = known.get(char);
  if (before !== undefined) return before;
  const after = [...firsts].findIndex((first) => order.compare(first, char) > 0);
  const initial = letters.at(after === -1 ? -1 : after - 1) ?? '';
  known.set(char, initial);
  return initial;
}

/**
 * The pinyin initials a name is found by: 'syf' for 孙样风, and both 'dmx' and 'smx' for a name whose first character
 * has a sound of its own as a surname. Empty for a name without Chinese characters; other characters stay themselves.
 */
export function pinyinInitials(name: string): readonly string[] {
  const chars = [...name].filter((char) => /[\p{Script=Han}\p{L}\p{N}]/u.test(char));
  const [first] = chars;
  if (first === undefined || !/\p{Script=Han}/u.test(name)) return [];
  const whole = chars.map((char) => (/\p{Script=Han}/u.test(char) ? initialOf(char) : char)).join('');
  const other = asFirst[first];
  return other === undefined || whole.startsWith(other) ? [whole] : [whole, `${other}${whole.slice(1)}`];
}
