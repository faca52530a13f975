/** Something about a line that a person should know. `bad`: the file the line belongs to cannot be taken in so. */
export type Issue = {
  /** Number of the line in the file, from 1. */
  readonly line: number;
  /** Place of the column, from 0; null when it is about the whole line. */
  readonly column: number | null;
  readonly code: string;
  readonly bad: boolean;
  readonly facts?: Readonly<Record<string, string | number>>;
};

/** Gathers what is found about the lines of one file; the same is said once. */
export type Issues = {
  readonly add: (issue: Issue) => void;
  readonly all: () => readonly Issue[];
  readonly bad: () => boolean;
};

/** Begins gathering. */
export function gatherIssues(): Issues {
  const found = new Map<string, Issue>();
  return {
    add: (issue) => {
      const key = `${issue.line}/${issue.column}/${issue.code}`;
      if (!found.has(key)) found.set(key, issue);
    },
    all: () => [...found.values()],
    bad: () => [...found.values()].some(({ bad }) => bad),
  };
}

const byLine = (a: Issue, b: Issue): number => a.line - b.line || (a.column ?? -1) - (b.column ?? -1);

/** At most so many issues, by line: what keeps a file out stays before any number of doubts. */
export function keptIssues(issues: readonly Issue[], most: number): readonly Issue[] {
  const bad = issues.filter((issue) => issue.bad);
  return [...bad, ...issues.filter((issue) => !issue.bad)].slice(0, most).toSorted(byLine);
}
