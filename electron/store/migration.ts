/** One step of the schema. Runs in one transaction together with its version mark; a released one never changes. */
export type Migration = {
  /** 1, 2, 3... without gaps: the value of `user_version` once it ran. */
  readonly version: number;
  /** What it is for, in kebab case. */
  readonly name: string;
  /** Statements that alter the tables in place. */
  readonly sql: string;
};
