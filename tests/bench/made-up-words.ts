/** A row of numbers between 0 and 1 that is the same on every machine (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const surnames = [
  ...'王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向汤单仇解',
];
const common = [
  ...'工资劳动合同解除赔偿加班社保工伤补偿经济双倍未签辞退拖欠奖金年休假支付证据调解开庭笔录送达申请人被仲裁员裁决书材料物流电子科技商贸建筑餐饮服务制造纺织机械有限公司上海苏州青浦吴江嘉善区镇路号室月日元整',
];
const given = Array.from({ length: 3000 }, (_, at) => String.fromCodePoint(0x4e00 + at * 6));

/** Two-character words by falling frequency, the first ones made of the characters such files are full of. */
const words = Array.from({ length: 6000 }, (_, at) => {
  const random = seeded(at + 1);
  const pick = (): string =>
    (at < 2000 ? common : given)[Math.floor(random() * (at < 2000 ? common.length : 3000))] ?? '';
  return pick() + pick();
});

/** One made-up file: what it is found by and what lists sort and filter it by. */
export type MadeUpFile = {
  readonly number: string;
  readonly worker: string;
  readonly employer: string;
  readonly summary: string;
  readonly status: 'received' | 'accepted' | 'closed';
  /** Days from the first day of the data to the last day that runs; null on closed files and on few open ones. */
  readonly dueIn: number | null;
  readonly receivedIn: number;
};

/** The nth made-up file, the same on every machine: 72 % are closed, the summary has about 45 words. */
export function madeUpFile(n: number): MadeUpFile {
  const random = seeded(n * 2_654_435_761);
  const one = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  // Zipf: the frequency of a word falls with its place.
  const word = (): string => words[Math.floor(words.length ** random()) - 1] ?? '';
  const closed = random() < 0.72;
  return {
    number: `青劳人仲(${2015 + (n % 12)})办字第${n + 1}号`,
    worker: one(surnames) + one(given) + one(given),
    employer: `上海${word()}${one(given)}${word()}有限公司`,
    summary: Array.from({ length: 45 }, word).join(''),
    status: closed ? 'closed' : random() < 0.2 ? 'received' : 'accepted',
    dueIn: closed || random() < 0.05 ? null : Math.floor(random() * 400) - 100,
    receivedIn: -Math.floor(random() * 3000),
  };
}
