import type { Dice } from './dice.ts';
import { spoilBytes } from './spoil-bytes.ts';
import { spoilJson } from './spoil-json.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function linesOf(bytes: Uint8Array): readonly string[] | undefined {
  try {
    return decoder.decode(bytes).split('\n');
  } catch {
    return undefined;
  }
}

type LineSpoil = (lines: readonly string[], other: readonly string[], chance: Dice) => readonly string[];

const lineSpoils: readonly LineSpoil[] = [
  (lines, _, chance) => lines.toSpliced(chance.below(lines.length), 1),
  (lines, _, chance) => lines.toSpliced(chance.below(lines.length), 0, chance.pick(lines)),
  (lines, other, chance) => lines.toSpliced(chance.below(lines.length), 1, chance.pick(other)),
  (lines, other, chance) => {
    const at = chance.below(lines.length);
    return lines.toSpliced(at, 1, other[at] ?? '');
  },
  (lines, _, chance) => lines.toSpliced(chance.below(lines.length), 0, ''),
  (lines, _, chance) => {
    const at = chance.below(lines.length);
    return lines.with(at, `${lines[at] ?? ''}${chance.pick([' ', '\r', '\t', '\u0000', '\ufeff'])}`);
  },
  (lines, _, chance) => {
    const more = 1 + chance.below(chance.chance(0.02) ? 1_500 : 8);
    return [...lines, ...Array.from({ length: more }, () => chance.pick(lines))];
  },
];

function spoilLines(lines: readonly string[], other: readonly string[], chance: Dice): readonly string[] {
  const holds = lines.flatMap((line, at) => (line.startsWith('{') ? [at] : []));
  if (holds.length === 0 || chance.chance(0.15)) return chance.pick(lineSpoils)(lines, other, chance);
  const at = chance.pick(holds);
  const beside = other.filter((line) => line.startsWith('{'));
  const spoilt = spoilJson(lines[at] ?? '', beside.length > 0 ? chance.pick(beside) : '{}', chance);
  return spoilt === undefined ? chance.pick(lineSpoils)(lines, other, chance) : lines.with(at, spoilt);
}

/**
 * Changes a sample: two times in three as text of lines, of which some are JSON, where it is that, otherwise as bytes;
 * now and then more than once. `other` is another sample, of which pieces are taken.
 */
export function spoil(bytes: Uint8Array, other: Uint8Array, chance: Dice): Uint8Array {
  let spoilt = bytes;
  for (let more = true; more; more = chance.chance(0.2)) {
    const lines = chance.chance(0.67) ? linesOf(spoilt) : undefined;
    spoilt = lines
      ? encoder.encode(spoilLines(lines, linesOf(other) ?? [''], chance).join('\n'))
      : spoilBytes(spoilt, other, chance);
  }
  return spoilt;
}
