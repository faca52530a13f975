/**
 * What fields hold that is no value: texts that mean nothing yet, and values that are too long. While there is one,
 * nothing is submitted. The texts are kept in the draft beside the value.
 */
export type Unread = {
  /** A field says whether it stops the form now. */
  readonly mark: (path: string, now: boolean) => void;
  /** A field says what stands in it that its value does not hold; undefined when the value says it all. */
  readonly keep: (path: string, text: string | undefined) => void;
  /** Runs from now on whenever a text to be kept has changed. */
  readonly onKeep: (run: () => void) => void;
  /** What stood in a field when the draft was kept. */
  readonly text: (path: string) => string | undefined;
  readonly texts: () => Readonly<Record<string, string>>;
  readonly restore: (texts: Readonly<Record<string, string>>) => void;
  /** Paths of the fields that stop the form now. */
  readonly paths: () => readonly string[];
  /** A field is there to show what is said about its path; the answer takes it away. */
  readonly place: (path: string) => () => void;
  readonly placed: (path: string) => boolean;
};

/** Makes the record of one form. */
export function makeUnread(): Unread {
  let kept = (): void => {};
  const stopping = new Set<string>();
  const places = new Map<string, number>();
  const texts = new Map<string, string>();
  return {
    mark: (path, now) => {
      if (now) stopping.add(path);
      else stopping.delete(path);
    },
    keep: (path, text) => {
      if (texts.get(path) === text) return;
      if (text === undefined) texts.delete(path);
      else texts.set(path, text);
      kept();
    },
    onKeep: (run) => {
      kept = run;
    },
    text: (path) => texts.get(path),
    texts: () => Object.fromEntries(texts),
    restore: (held) => {
      texts.clear();
      for (const [path, text] of Object.entries(held)) texts.set(path, text);
    },
    paths: () => [...stopping],
    place: (path) => {
      places.set(path, (places.get(path) ?? 0) + 1);
      return () => {
        places.set(path, (places.get(path) ?? 1) - 1);
      };
    },
    placed: (path) => (places.get(path) ?? 0) > 0,
  };
}
