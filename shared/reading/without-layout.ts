/** A character Chinese is written with: Han of every plane, its punctuation, and full-width signs but digits and letters. */
const chinese = String.raw`[\p{Script=Han}\u3001-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff60\u2014\u2018-\u201d\u2026]`;
const endsChinese = new RegExp(`${chinese}$`, 'u');
const beginsChinese = new RegExp(`^${chinese}`, 'u');

/**
 * A text without the white space that only lays it out: Chinese has no blanks between its words, so that a line end or a
 * blank beside a Chinese character parts nothing, and a word broken by it is whole again. White space between Latin words
 * and between numbers stays as it is.
 */
export function withoutLayout(text: string): string {
  return text.replaceAll(/\s+/gu, (gap, at: number) => {
    const end = at + gap.length;
    // Two units hold a character of any plane.
    const beside =
      endsChinese.test(text.slice(Math.max(0, at - 2), at)) || beginsChinese.test(text.slice(end, end + 2));
    return beside ? '' : gap;
  });
}
