/** Whether the tokenizer is known to keep this unit as it is: letters, digits and Han of its own tables. */
function isPlain(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fa5) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x3400 && unit <= 0x4db5)
  );
}

const opens = '\u{e000}';
const closes = '\u{e001}';

/**
 * A character as it stands in a token. The tokenizer drops punctuation and characters newer than its own tables, rare
 * ones of names among them; written by number between two private signs they are found like any other.
 */
function written(char: string): string {
  return isPlain(char.charCodeAt(0)) ? char : `${opens}${(char.codePointAt(0) ?? 0).toString(16)}${closes}`;
}

const blank = /\s/u;
const space = 0x20;
const decoder = new TextDecoder('utf-16le');
/** Units the longest written character takes: two signs and six digits. */
const longest = 8;

/** Units the tokens of a text take at most: each character stands in two of them, and a blank behind each. */
function roomFor(text: string): number {
  let room = 1;
  for (let at = 0; at < text.length; at += 1) room += isPlain(text.charCodeAt(at)) ? 3 : 2 * longest + 1;
  return room;
}

/**
 * The tokens a folded text is indexed by: every two neighbours, and the last character of each run alone. That last one
 * keeps the pairs of two runs apart and lets a single character be found at the end of a run. Written unit by unit: a
 * document has hundreds of thousands of characters, and other calls wait meanwhile.
 */
export function gramsOf(text: string): string {
  const units = new Uint16Array(roomFor(text));
  let size = 0;
  let inRun = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (isPlain(unit)) {
      units[size++] = unit;
      if (inRun) {
        // Its second place ends a pair, its first one begins the next.
        units[size++] = space;
        units[size++] = unit;
      }
      inRun = true;
    } else if (!blank.test(text.charAt(at))) {
      const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
      at += char.length - 1;
      for (const code of inRun ? `${written(char)} ${written(char)}` : written(char)) {
        units[size++] = code.charCodeAt(0);
      }
      inRun = true;
    } else if (inRun) {
      units[size++] = space;
      inRun = false;
    }
  }
  const end = size > 0 && !inRun ? size - 1 : size;
  return decoder.decode(units.subarray(0, end));
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
