import type { FieldValue, ShownConflict } from '../state/failure-text.tsx';

/** The fields of something that is there already and is changed. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** A field both sides changed: what was typed here, what choosing the other puts in its place, and what is stored. */
export type Clash = {
  readonly mine: FieldValue;
  readonly theirs: FieldValue;
  /** As a screen may show it, numbers of people masked. */
  readonly stored: FieldValue;
  readonly choice: 'mine' | 'theirs' | null;
};

/** What became known when a save met a change made meanwhile. */
export type Meanwhile = {
  readonly by: string;
  readonly at: string;
  readonly clashes: Readonly<Record<string, Clash>>;
};

/**
 * A form over something that is there already. `began` and `base` are what the person was shown when the form was
 * opened; they lie in the draft beside what was typed, so that a draft found a week later still knows what it changed.
 */
export type Amending<T extends FieldValues> = {
  readonly typed: T;
  readonly began: T;
  readonly base: number;
  readonly meanwhile: Meanwhile | null;
};

const withField = <T extends FieldValues>(values: T, field: string, value: FieldValue): T => ({
  ...values,
  [field]: value,
});

/** The fields the person changed. Where a field of a group in `together` is changed, the whole group goes with it. */
export function changesOf<T extends FieldValues>(
  { typed, began }: Pick<Amending<T>, 'typed' | 'began'>,
  together: readonly string[] = [],
): Partial<T> {
  const changed = new Set(Object.keys(typed).filter((field) => typed[field] !== began[field]));
  if (together.some((field) => changed.has(field))) for (const field of together) changed.add(field);
  // The entries of a part of T are a part of T.
  return Object.fromEntries(Object.entries(typed).filter(([field]) => changed.has(field))) as Partial<T>;
}

/**
 * Takes in what was stored meanwhile: fields only the others changed are shown as they are now, fields both changed
 * wait for a choice with nothing of what was typed lost. `taken` is what the form holds for a stored value.
 */
export function meetConflict<T extends FieldValues>(
  form: Amending<T>,
  conflict: ShownConflict,
  taken: (field: string, stored: FieldValue) => FieldValue,
): Amending<T> {
  let { typed, began } = form;
  const clashes: Record<string, Clash> = {};
  for (const [field, stored] of Object.entries(conflict.stored)) {
    const theirs = taken(field, stored);
    const mine = typed[field] ?? null;
    const untouched = mine === (began[field] ?? null);
    if (conflict.fields.includes(field)) clashes[field] = { mine, theirs, stored, choice: null };
    else if (untouched) typed = withField(typed, field, theirs);
    began = withField(began, field, theirs);
  }
  const { revision, by, at } = conflict;
  return { typed, began, base: revision, meanwhile: { by, at, clashes } };
}

function withClash<T extends FieldValues>(form: Amending<T>, field: string, clash: Clash): Amending<T> {
  const { meanwhile } = form;
  if (meanwhile === null) return form;
  return { ...form, meanwhile: { ...meanwhile, clashes: { ...meanwhile.clashes, [field]: clash } } };
}

/** Chooses for one field. What was typed stays at hand: the choice can be taken back. */
export function choose<T extends FieldValues>(
  form: Amending<T>,
  field: string,
  choice: 'mine' | 'theirs',
): Amending<T> {
  const clash = form.meanwhile?.clashes[field];
  if (clash === undefined) return form;
  const next = withClash(form, field, { ...clash, choice });
  return { ...next, typed: withField(next.typed, field, choice === 'mine' ? clash.mine : clash.theirs) };
}

/** Takes in further typing: a field that waited for a choice and is typed into has thereby been decided. */
export function retyped<T extends FieldValues>(form: Amending<T>, typed: T): Amending<T> {
  let next: Amending<T> = { ...form, typed };
  for (const [field, clash] of Object.entries(form.meanwhile?.clashes ?? {})) {
    const mine = typed[field] ?? null;
    if (mine !== (form.typed[field] ?? null)) next = withClash(next, field, { ...clash, mine, choice: 'mine' });
  }
  return next;
}

/** The fields that still wait for a choice. */
export function unchosen(form: Amending<FieldValues>): readonly string[] {
  return Object.entries(form.meanwhile?.clashes ?? {})
    .filter(([, clash]) => clash.choice === null)
    .map(([field]) => field);
}
