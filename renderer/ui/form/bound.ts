/** A part of a form's value that a field shows and changes. `path` is dotted, as failures name it: 'parties.0.name'. */
export type Bound<V> = {
  readonly path: string;
  readonly value: V;
  readonly set: (next: V) => void;
};

/** The member `key` of a bound object, itself bound: changing it changes the object. */
export function part<V extends object, K extends keyof V & (string | number)>(bound: Bound<V>, key: K): Bound<V[K]> {
  return {
    path: bound.path === '' ? String(key) : `${bound.path}.${key}`,
    value: bound.value[key],
    set: (next) => {
      bound.set({ ...bound.value, [key]: next });
    },
  };
}

/** The members of a bound list, each bound, with the acts on the list itself. */
export type BoundList<V> = {
  readonly items: readonly Bound<V>[];
  readonly add: (item: V) => void;
  readonly remove: (index: number) => void;
};

/** A bound list as bound members. */
export function members<V>(bound: Bound<readonly V[]>): BoundList<V> {
  return {
    items: bound.value.map((value, index) => ({
      path: bound.path === '' ? String(index) : `${bound.path}.${index}`,
      value,
      set: (next) => {
        bound.set(bound.value.with(index, next));
      },
    })),
    add: (item) => {
      bound.set([...bound.value, item]);
    },
    remove: (index) => {
      bound.set(bound.value.toSpliced(index, 1));
    },
  };
}
