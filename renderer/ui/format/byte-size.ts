/** Writes a number of bytes for people: '58 MB', '1.2 GB', '940 B'. Powers of 1024, one decimal below ten. */
export function byteSize(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let size = Math.max(0, bytes);
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  const text = unit === 0 || size >= 10 ? String(Math.round(size)) : size.toFixed(1);
  return `${text} ${units[unit] ?? ''}`;
}
