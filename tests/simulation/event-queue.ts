/** Something that happens at a virtual time. */
export type Happening = { readonly at: number; readonly run: () => void };

/** Happenings in order of time; of the same time, in the order they were added. */
export type EventQueue = {
  readonly add: (at: number, run: () => void) => void;
  readonly take: () => Happening | undefined;
  readonly size: () => number;
};

type Node = Happening & { readonly order: number };

const before = (a: Node, b: Node): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** An empty queue (a binary heap). */
export function eventQueue(): EventQueue {
  const heap: Node[] = [];
  let order = 0;
  const swap = (i: number, j: number): void => {
    const [a, b] = [heap[i], heap[j]];
    if (a && b) {
      heap[i] = b;
      heap[j] = a;
    }
  };
  const ahead = (i: number, j: number): boolean => {
    const [a, b] = [heap[i], heap[j]];
    return a !== undefined && b !== undefined && before(a, b);
  };
  const sink = (): void => {
    for (let i = 0; ; ) {
      const [left, right] = [2 * i + 1, 2 * i + 2];
      const least = ahead(right, left) ? right : left;
      if (!ahead(least, i)) return;
      swap(i, least);
      i = least;
    }
  };
  return {
    add: (at, run) => {
      heap.push({ at, run, order: order++ });
      for (let i = heap.length - 1; i > 0; ) {
        const parent = (i - 1) >> 1;
        if (!ahead(i, parent)) break;
        swap(i, parent);
        i = parent;
      }
    },
    take: () => {
      const first = heap[0];
      const last = heap.pop();
      if (first && last && first !== last) {
        heap[0] = last;
        sink();
      }
      return first;
    },
    size: () => heap.length,
  };
}
