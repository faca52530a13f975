import { canonicalJson, type JsonObject } from '#shared/base/canonical-json.ts';
import { folderMoment } from './folder-moment.ts';

/** What a backup says about itself, in clear: sizes, a hash, and how its key is opened. No names, no personal data. */
export type BackupAbout = {
  readonly v: 1;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  /** Version of the schema of the copy. */
  readonly schema: number;
  readonly entries: number;
  /** Bytes and hex SHA-256 of the database file. */
  readonly size: number;
  readonly sha256: string;
  /** Attachment chunks beside the database. */
  readonly chunks: number;
  /** How the data key is opened: the wrap for the recovery key, as electron/sealing made it. */
  readonly custody: JsonObject;
};

/** File names inside a backup's folder. */
export const backupNames = { about: 'about.json', database: 'xieban.db', chunks: 'chunks' } as const;

/** Folder name of a backup made at a time, by the date and the time of day of Asia/Shanghai, as all dates shown here. */
export function backupFolderName(madeAt: number): string {
  return `xieban-backup-${folderMoment(madeAt)}`;
}

/**
 * Whether a name is that of a copy which the same data (`life`, its incarnation) began before `madeAt` and did not finish.
 * Copies another machine is writing into the same place bear another life and are never taken for leftovers.
 */
export function isBackupLeftover(name: string, life: string, madeAt: number): boolean {
  const begun = /^(xieban-backup-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3})\.([0-9a-f]{8})\.part$/.exec(name);
  return begun?.[1] !== undefined && begun[2] === life.slice(0, 8) && begun[1] < backupFolderName(madeAt);
}

/** Name a copy bears until it is whole. */
export function unfinishedName(name: string, life: string): string {
  return `${name}.${life.slice(0, 8)}.part`;
}

/** Writes what a backup says about itself. */
export function writeBackupAbout(about: BackupAbout): string {
  return `${canonicalJson(about)}\n`;
}

function isAbout(value: unknown): value is BackupAbout {
  if (typeof value !== 'object' || value === null || !('v' in value) || value.v !== 1) return false;
  const numbers = ['madeAt', 'schema', 'entries', 'size', 'chunks'];
  const fields = new Map<string, unknown>(Object.entries(value));
  const custody = fields.get('custody');
  return (
    numbers.every((name) => Number.isSafeInteger(fields.get(name))) &&
    typeof fields.get('sha256') === 'string' &&
    typeof custody === 'object' &&
    custody !== null
  );
}

/** Reads what a backup says about itself; undefined when the text is not that, 'newer' when a later version wrote it. */
export function readBackupAbout(text: string): BackupAbout | 'newer' | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (isAbout(value)) return value;
    const later = typeof value === 'object' && value !== null && 'v' in value && Number(value.v) > 1;
    return later ? 'newer' : undefined;
  } catch {
    return undefined;
  }
}
