import { z } from 'zod';
import { columnKinds } from '#shared/domain/party/paste/columns.ts';
import { command, query } from './call.ts';
import { done, dossierIdField, prose } from './fields.ts';
import { idKind, partyInput, partyRole, partyType } from './party.ts';
import { warning } from './warning.ts';

const column = z.enum(columnKinds).nullable();
const member = z.strictObject(partyInput);

/** A party as it was read: what cannot be stored stands there as it was typed. */
const readParty = z.strictObject({
  ...{ role: partyRole, type: partyType, name: z.string(), idKind, idNo: z.string(), uscc: z.string() },
  ...{ legalRep: z.string(), phone: z.string(), address: z.string() },
});

/** A line of a block as it would be stored, with its doubts. */
const blockRow = z.strictObject({
  /** Its number in what was pasted, from 1. */
  line: z.int(),
  party: readParty,
  warnings: z.array(warning),
  /** Why it cannot be stored as it is. */
  fault: warning.nullable(),
  /** Somebody of the block or of the file is this party already. */
  twice: z.boolean(),
});

export const partyBlockCalls = {
  /** Reads what was pasted from a spreadsheet as parties of a file; stores nothing. Everybody gets one role. */
  'party.readBlock': query({
    input: z.strictObject({
      dossier: dossierIdField,
      text: prose(400_000),
      role: partyRole,
      type: partyType,
      /** What a person says the columns are; null: found out. */
      columns: z.array(column).max(200).nullable().default(null),
    }),
    /** `cut`: there were more lines than are taken at once. */
    output: z.strictObject({ columns: z.array(column), rows: z.array(blockRow), cut: z.boolean() }),
    topics: ['dossier'],
  }),
  /** Puts many parties on a file in one act, which is taken back as a whole. `id` is that of the file. */
  'party.addMany': command({
    input: z.strictObject({ dossier: dossierIdField, parties: z.array(member).min(1).max(2000) }),
    output: z.strictObject({ ...done.shape, added: z.int() }),
    topics: ['dossier'],
  }),
} as const;
