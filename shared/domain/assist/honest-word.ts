/** 仅本机, 已发出 (given to a carrier), 对方已签收 (within the partner's signed receipt), 已阅 (opened by a person there). */
export type HonestWord = 'local' | 'sent' | 'receipted' | 'opened';

/** Where an entry of ours lies between the two offices. */
export type Delivery = {
  /** Its number in our stream to the partner; null while it is in none. */
  readonly n: number | null;
  /** Highest number given to a carrier. */
  readonly given: number;
  /** Highest number within the partner's latest receipt. */
  readonly receipted: number;
  /** An entry of the partner has seen it: counts as its receipt. */
  readonly seen: boolean;
  /** A person there has opened it. */
  readonly opened: boolean;
};

/** The honest word for one entry of ours. A carrier's acknowledgement never makes it more than 'sent'. */
export function honestWord(delivery: Delivery): HonestWord {
  if (delivery.opened) return 'opened';
  if (delivery.seen || (delivery.n !== null && delivery.n <= delivery.receipted)) return 'receipted';
  return delivery.n !== null && delivery.n <= delivery.given ? 'sent' : 'local';
}

const rank: readonly HonestWord[] = ['local', 'sent', 'receipted', 'opened'];

/** The weakest word of several entries: what may be said of all of them together. */
export function weakestWord(words: readonly HonestWord[]): HonestWord {
  return rank.find((word) => words.includes(word)) ?? 'local';
}
