/**
 * A moment in milliseconds since 1970, or null when it is none: a date and time of day of Asia/Shanghai that names no
 * zone ('2026-03-17 11:05', '2026-03-17T11:05'), or an ISO instant. The machine's own zone never has a say.
 */
export function instantOf(at: string | null): number | null {
  if (at === null) return null;
  const local = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})$/.exec(at);
  const instant = Date.parse(local === null ? at : `${local[1]}T${local[2]}:00+08:00`);
  return Number.isNaN(instant) ? null : instant;
}
