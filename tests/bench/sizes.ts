/** How many files are measured: 100 000, and a million too when `--million` is said. */
export function benchSizes(): readonly number[] {
  return process.argv.includes('--million') ? [100_000, 1_000_000] : [100_000];
}

/** `--quick` leaves out peers that take minutes to get ready. */
export function withoutSlowPeers(): boolean {
  return process.argv.includes('--quick');
}
