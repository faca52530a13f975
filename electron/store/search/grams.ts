/** Characters the tokenizer is known to keep as they are; every other one is written by its number. */
const plain = /[a-z0-9㐀-䶵一-龥]/;
const opens = '\u{e000}';
const closes = '\u{e001}';

/**
 * A character as it stands in a token. The tokenizer drops punctuation and characters newer than its own tables, rare
 * ones of names among them; written by number between two private signs they are found like any other.
 */
function written(char: string): string {
  return plain.test(char) ? char : `${opens}${(char.codePointAt(0) ?? 0).toString(16)}${closes}`;
}

/** Runs of characters between blanks, each as its characters are written. */
function runsOf(text: string): readonly (readonly string[])[] {
  return text
    .split(/\s+/u)
    .filter((run) => run !== '')
    .map((run) => Array.from(run, written));
}

/**
 * The tokens a folded text is indexed by: every two neighbours, and the last character of each run alone. That last one
 * keeps the pairs of two runs apart and lets a single character be found at the end of a run.
 */
export function gramsOf(text: string): string {
  return runsOf(text)
    .map((run) => run.map((char, place) => `${char}${run[place + 1] ?? ''}`).join(' '))
    .join(' ');
}

/** One folded word without blanks: its pairs in a row, or anything that begins with its only character. */
function phraseOf(word: string): string {
  const chars = Array.from(word, written);
  if (chars.length === 1) return `"${chars.join('')}"*`;
  return `"${chars
    .slice(0, -1)
    .map((char, place) => `${char}${chars[place + 1] ?? ''}`)
    .join(' ')}"`;
}

/**
 * The full-text question for files whose text holds every one of the folded, blank-free `words`. Built from letters,
 * digits, Han characters and private signs between quotation marks, so that nothing typed can break or bend it.
 */
export function matchOf(words: readonly string[]): string {
  return words.map(phraseOf).join(' AND ');
}
