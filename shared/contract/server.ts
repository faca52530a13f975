import { z } from 'zod';
import { command, query } from './call.ts';
import { line, officeIdField, prose, revisionOnly } from './fields.ts';

/** What is typed about the office's server. An absent key or certificate stays what it is; '' takes a certificate away. */
const serverInput = {
  addresses: z.array(line(300).min(1)).max(10),
  /** Text of a .creds file, or an nkey seed. */
  credentials: prose(20_000).optional(),
  /** Certificates of the authority the server is known by, PEM; without one those the machine trusts. */
  ca: prose(200_000).optional(),
};

/** What a try came to, the first thing that is wrong. */
export const serverVerdict = z.enum([
  'works',
  'no-name',
  'no-answer',
  'no-server',
  'certificate',
  'refused',
  'no-inbox',
]);

export const serverCalls = {
  /** The server of this office. No secret ever leaves the backend: of the key only its public half is told. */
  'server.get': query({
    input: z.strictObject({}),
    output: z.strictObject({
      addresses: z.array(z.string()),
      key: z.strictObject({ type: z.enum(['nkey', 'creds']), publicKey: z.string() }).nullable(),
      /** Whether a certificate authority of its own is set. */
      hasCa: z.boolean(),
      /** What the operator needs to know this office by. */
      office: z.string(),
      mayChange: z.boolean(),
    }),
    topics: ['sync', 'office', 'people'],
  }),
  /** Makes a key for this office; the operator of the server is given its public half. The former key is forgotten. */
  'server.makeKey': command({
    input: z.strictObject({}),
    output: z.strictObject({ publicKey: z.string(), revision: z.int() }),
    topics: ['sync'],
  }),
  /** Sets the server of this office; without addresses none is used and the key is kept. The head of the office alone. */
  'server.set': command({ input: z.strictObject(serverInput), output: revisionOnly, topics: ['sync', 'partner'] }),
  /** Tries a server as it is typed, and stores nothing: what is wrong, in the order a person can mend it. */
  'server.try': command({
    input: z.strictObject(serverInput),
    output: z.strictObject({
      verdict: serverVerdict,
      /** The server's version, where it tells one. */
      version: z.string().nullable(),
      /** Older than the first version that keeps what it confirmed through a power cut. */
      tooOld: z.boolean(),
    }),
    topics: [],
  }),
  /** Whether the server of this office leads to a partner. */
  'partner.setServer': command({
    input: z.strictObject({ office: officeIdField, on: z.boolean() }),
    output: revisionOnly,
    topics: ['partner', 'sync'],
  }),
} as const;
