import { Session } from 'node:inspector/promises';

/** Where the CPU of a process went: the busiest functions by their own time, in milliseconds. */
export type Profiled = readonly { readonly where: string; readonly ms: number }[];

const mostShown = 14;

function placeOf(url: string, name: string, line: number): string {
  const file = url.slice(url.lastIndexOf('/') + 1);
  return `${name === '' ? '(anonymous)' : name} ${file === '' ? '' : `${file}:${line + 1}`}`.trim();
}

/** A recorder of this process; it costs time itself, so nothing measured with it is compared with anything. */
export function cpuProfile(): { readonly start: () => Promise<void>; readonly stop: () => Promise<Profiled> } {
  const session = new Session();
  return {
    start: async () => {
      session.connect();
      await session.post('Profiler.enable');
      await session.post('Profiler.start');
    },
    stop: async () => {
      const { profile } = await session.post('Profiler.stop');
      session.disconnect();
      const own = new Map<number, number>();
      for (const [at, id] of (profile.samples ?? []).entries()) {
        own.set(id, (own.get(id) ?? 0) + (profile.timeDeltas?.[at] ?? 0) / 1000);
      }
      const byPlace = new Map<string, number>();
      for (const { id, callFrame } of profile.nodes) {
        const where = placeOf(callFrame.url, callFrame.functionName, callFrame.lineNumber);
        if (where !== '(idle)') byPlace.set(where, (byPlace.get(where) ?? 0) + (own.get(id) ?? 0));
      }
      const sorted = [...byPlace].map(([where, ms]) => ({ where, ms })).toSorted((a, b) => b.ms - a.ms);
      return sorted.slice(0, mostShown);
    },
  };
}
