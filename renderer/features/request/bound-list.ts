import type { Bound } from '#renderer/ui/form/bound.ts';

/** A bound list of the contract's types as the kit's lists take it. */
export function asList<V>(bound: Bound<V[]>): Bound<readonly V[]> {
  return {
    path: bound.path,
    value: bound.value,
    set: (next) => {
      bound.set([...next]);
    },
  };
}

/** The same list with the member at `index` moved by `by` places; unchanged at either end. */
export function moved<V>(list: readonly V[], index: number, by: number): readonly V[] {
  const item = list[index];
  const to = index + by;
  if (item === undefined || to < 0 || to >= list.length) return list;
  return list.toSpliced(index, 1).toSpliced(to, 0, item);
}
