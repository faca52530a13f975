import type { OfficeId } from '#shared/base/ids.ts';
import type { Hashing } from './ports.ts';
import { utf8 } from './text-bytes.ts';

/**
 * Fingerprint of all packages of one office for another one on a medium, four groups of five digits (about 66 bits): what
 * one side prints on the slip and the other one sees when it reads the medium. Both are the same exactly when the same
 * packages lie there, whatever lies beside them. It shows that something was lost or exchanged on the way; that a package
 * is genuine its own seal and signature show.
 *
 * SHA-256 over 'xieban-medium-v1', the sender, the receiver and the ids of the packages in order, a line each; a group is
 * five bytes of it as a number, modulo 100 000.
 */
export function mediumPrint(from: OfficeId, to: OfficeId, packages: readonly string[], hashing: Hashing): string {
  const ids = [...new Set(packages)].sort();
  const digest = hashing.hash(utf8(['xieban-medium-v1', from, to, ...ids].join('\n')), 's1');
  const group = (i: number): string => {
    const digits = Number(BigInt(`0x${digest.slice(i * 10, i * 10 + 10)}`) % 100_000n);
    return String(digits).padStart(5, '0');
  };
  return [0, 1, 2, 3].map(group).join(' ');
}
