import { madeUpFile, seeded } from './made-up-words.ts';

type Piece = {
  /** The text of the `n`th file a piece is taken from. */
  readonly from: (n: number) => string;
  readonly length: number;
  readonly seed: number;
};

/** Pieces as they stand in the texts of files picked at random among `count`: frequent ones come up often. */
export function piecesOf(count: number, asked: number, { from, length, seed }: Piece): readonly string[] {
  const random = seeded(seed);
  return Array.from({ length: asked }, () => {
    const text = [...from(Math.floor(random() * count))];
    const at = Math.floor(random() * Math.max(1, text.length - length));
    return text.slice(at, at + length).join('');
  });
}

const summary = (n: number): string => madeUpFile(n).summary;
const given = (n: number): string => madeUpFile(n).worker.slice(-2);
const number = (n: number): string => madeUpFile(n).number;

/** The pieces searches are measured with, `asked` of each sort. */
export function measuredPieces(count: number, asked: number) {
  const of = (from: Piece['from'], length: number, seed: number): readonly string[] =>
    piecesOf(count, asked, { from, length, seed });
  return {
    any: of(summary, 2, 11),
    rare: of(given, 2, 12),
    one: of(summary, 1, 13),
    three: of(summary, 3, 14),
    four: of(summary, 4, 14),
    numbers: of(number, 6, 15),
  };
}

/** The pieces what is found is compared by, by their sort: 1 to 4 characters, signs of several kinds, several words. */
export function comparedPieces(count: number): Readonly<Record<string, readonly string[]>> {
  const of = (from: Piece['from'], length: number, seed: number): readonly string[] =>
    piecesOf(count, 15, { from, length, seed });
  const words = of(summary, 2, 36);
  return {
    '1 character': [...of(summary, 1, 31), ...of(given, 1, 32)],
    '2 characters': [...of(summary, 2, 11), ...of(given, 2, 12)],
    '3 characters': of(summary, 3, 33),
    '4 characters': of(summary, 4, 34),
    'digits, brackets and characters': of(number, 6, 35),
    'two words': of(number, 3, 37).map((piece, at) => `${words[at]} ${piece}`),
  };
}
