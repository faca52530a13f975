import type Database from 'better-sqlite3';

/** What a column can hold. */
export type SqlValue = string | number | bigint | Uint8Array | null;

/**
 * Reading access to the store. The row type states what the SQL text selects; STRICT tables keep the columns to it.
 * Parameters are plain `?` only: better-sqlite3 counts `?1` as named.
 */
export type ReadDb = {
  readonly access: 'read' | 'write';
  /** All rows. */
  readonly all: <Row>(sql: string, ...values: readonly SqlValue[]) => readonly Row[];
  /** The first row, or undefined. */
  readonly get: <Row>(sql: string, ...values: readonly SqlValue[]) => Row | undefined;
  /** Rows one by one with bounded memory. Nothing can be written on the store until the walk has ended. */
  readonly each: <Row>(sql: string, ...values: readonly SqlValue[]) => IterableIterator<Row>;
  /** Another number whenever anything was written that lists may show, by whatever means. */
  readonly stamp: () => number;
};

/** Writing access; exists only inside `transaction`, so nothing is written outside one. */
export type WriteDb = ReadDb & {
  readonly access: 'write';
  /** Runs one changing statement and answers how many rows it changed and the last row's number. */
  readonly run: (sql: string, ...values: readonly SqlValue[]) => { readonly changes: number; readonly rowid: number };
  /**
   * As `run`, for a table no list of files or employers reads: typing, how a desk is arranged, small pictures. `stamp`
   * stays, so that looking at a file does not cost a list the places it was read at.
   */
  readonly arrange: (sql: string, ...values: readonly SqlValue[]) => void;
};

const cachedStatements = 400;

type AnyStatement = Database.Statement<SqlValue[]>;

/**
 * Keeps prepared statements by their text; the one prepared first goes first when it is full. Their order is not kept up
 * with every use: that would cost as much as a small statement does.
 */
function statementCache(database: Database.Database): (sql: string) => AnyStatement {
  const statements = new Map<string, AnyStatement>();
  return (sql) => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = database.prepare<SqlValue[]>(sql);
    statements.set(sql, statement);
    const oldest = statements.size > cachedStatements ? statements.keys().next().value : undefined;
    if (oldest !== undefined) statements.delete(oldest);
    return statement;
  };
}

/** An open database with its two kinds of access over one statement cache. */
export type Access = { readonly read: ReadDb; readonly write: WriteDb };

/** Wraps an open database. Reading access refuses statements that change anything. */
export function createAccess(database: Database.Database): Access {
  const cached = statementCache(database);
  // Rows changed by `arrange`. Changes that are counted nowhere else are in the total, so nothing else is ever missed.
  let arranged = 0;
  const stamp = (): number => Number(cached('SELECT total_changes()').pluck().get()) - arranged;
  const fresh = (sql: string): AnyStatement => database.prepare<SqlValue[]>(sql);
  const queries = (guard: (statement: AnyStatement) => AnyStatement): Omit<ReadDb, 'access'> => ({
    stamp,
    // The caller's row type is the one unchecked statement of this file: it describes the columns the SQL selects.
    all: <Row>(sql: string, ...values: readonly SqlValue[]) => guard(cached(sql)).all(...values) as Row[],
    get: <Row>(sql: string, ...values: readonly SqlValue[]) => guard(cached(sql)).get(...values) as Row | undefined,
    each: <Row>(sql: string, ...values: readonly SqlValue[]) =>
      guard(fresh(sql)).iterate(...values) as IterableIterator<Row>,
  });
  const reading = (statement: AnyStatement): AnyStatement => {
    if (!statement.readonly) throw new Error('a changing statement needs WriteDb');
    return statement;
  };
  return {
    read: { access: 'read', ...queries(reading) },
    write: {
      access: 'write',
      ...queries((statement) => statement),
      run: (sql, ...values) => {
        const result = cached(sql).run(...values);
        return { changes: result.changes, rowid: Number(result.lastInsertRowid) };
      },
      arrange: (sql, ...values) => {
        arranged += cached(sql).run(...values).changes;
      },
    },
  };
}
