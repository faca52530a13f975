const shanghaiOffsetMs = 8 * 3_600_000;

/**
 * A moment (milliseconds since 1970) as a part of a folder's name: '2026-03-17T09-30-00-000', by the clock of
 * Asia/Shanghai, so that a name bears the day the person at the desk knows.
 */
export function folderMoment(at: number): string {
  return new Date(at + shanghaiOffsetMs).toISOString().slice(0, -1).replaceAll(/[:.]/g, '-');
}
