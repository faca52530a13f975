import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { KeyFileFailureCode } from './custody-failure.ts';

/** Why no generation of a key file could be read. */
export type KeyFileReadFailure = 'missing' | 'damaged' | 'newer';

type Generation = { readonly slot: 1 | 2; readonly generation: number; readonly text: string };

const magic = 'xieban-key-file-v1';
const mostBytes = 1_048_576;
const slots = [1, 2] as const;

function checksum(generation: number, text: string): string {
  return createHash('sha256').update(`${magic}\n${generation}\n${text}`).digest('hex');
}

function slotPath(folder: string, name: string, slot: number): string {
  return join(folder, `${name}.${slot}`);
}

/** Four lines: magic, generation, text, checksum. A torn or altered file reads as damaged. */
function readSlot(folder: string, name: string, slot: 1 | 2): Generation | KeyFileReadFailure {
  const path = slotPath(folder, name, slot);
  if (!existsSync(path)) return 'missing';
  const content = readFileSync(path);
  if (content.length > mostBytes) return 'damaged';
  const [first, number, text, sum, end] = content.toString('utf8').split('\n');
  if (first !== magic) return /^xieban-key-file-v\d+$/.test(first ?? '') ? 'newer' : 'damaged';
  const generation = Number(number);
  if (text === undefined || end !== '' || !Number.isSafeInteger(generation)) return 'damaged';
  return sum === checksum(generation, text) ? { slot, generation, text } : 'damaged';
}

function newest(folder: string, name: string): Generation | KeyFileReadFailure {
  const read = slots.map((slot) => readSlot(folder, name, slot));
  const whole = read.filter((one) => typeof one === 'object').sort((a, b) => b.generation - a.generation);
  if (read.includes('newer')) return 'newer';
  return whole[0] ?? (read.includes('damaged') ? 'damaged' : 'missing');
}

/** The newest whole generation of a small file that must never be lost. */
export function readKeyFile(folder: string, name: string): Result<string, KeyFileReadFailure> {
  const found = newest(folder, name);
  return typeof found === 'object' ? ok(found.text) : err(found);
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function writeSlot(folder: string, name: string, slot: 1 | 2, generation: number, text: string): void {
  const path = slotPath(folder, name, slot);
  const file = openSync(`${path}.new`, 'w', 0o600);
  try {
    writeSync(file, `${magic}\n${generation}\n${text}\n${checksum(generation, text)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.new`, path);
  syncFolder(folder);
}

/**
 * Writes the newest whole generation over an older one, which a kill between the two writes leaves. What cannot be
 * written now stays for the next time.
 */
export function settleKeyFile(folder: string, name: string): void {
  const last = newest(folder, name);
  if (typeof last !== 'object') return;
  const other = last.slot === 1 ? 2 : 1;
  const beside = readSlot(folder, name, other);
  if (typeof beside === 'object' && beside.generation === last.generation) return;
  try {
    writeSlot(folder, name, other, last.generation, last.text);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

const failureCodes: Readonly<Record<string, KeyFileFailureCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'folder-read-only',
  EACCES: 'folder-read-only',
  EPERM: 'folder-read-only',
};

/**
 * Writes a small file in two copies, one after the other, each synced and renamed into place: whenever the power goes,
 * one whole copy is left, the one before or this one. Afterwards no older text remains. `text` is one line.
 */
export function writeKeyFile(folder: string, name: string, text: string): Result<void, { code: KeyFileFailureCode }> {
  if (text.includes('\n')) throw new Error('a key file holds one line');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const last = newest(folder, name);
    const generation = (typeof last === 'object' ? last.generation : 0) + 1;
    const first = typeof last === 'object' && last.slot === 1 ? 2 : 1;
    writeSlot(folder, name, first, generation, text);
    writeSlot(folder, name, first === 1 ? 2 : 1, generation, text);
    return ok(undefined);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (typeof code !== 'string') throw error;
    return err({ code: failureCodes[code] ?? 'disk-error' });
  }
}
