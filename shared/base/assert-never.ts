/** Proves at compile time that every case was handled; reaching it at run time is a bug and throws. */
export function assertNever(value: never, what: string): never {
  throw new Error(`unhandled ${what}: ${JSON.stringify(value)}`);
}
