import { z } from 'zod';
import { command, query } from './call.ts';
import { bytesField, line, officeIdField, revisionOnly } from './fields.ts';

/** What a partner card says, as shown before and after it is added. */
export const cardView = z.strictObject({
  office: z.string(),
  name: z.string(),
  region: z.string(),
  regionName: z.string(),
  /** Groups of characters both sides read to each other. */
  fingerprint: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  kinds: z.array(z.string()),
  scope: z.string(),
  /** 'new', 'same' as held, 'newer' than held, or 'different-key': another key for a known office, never taken silently. */
  relation: z.enum(['new', 'same', 'newer', 'older', 'different-key', 'own']),
});

export const partnerView = z.strictObject({
  office: z.string(),
  name: z.string(),
  region: z.string(),
  regionName: z.string(),
  fingerprint: z.string(),
  /** The person confirmed the fingerprint with the partner. */
  confirmed: z.boolean(),
  /** When a later card of it came with a package and was taken by itself; null when a person took the card held. */
  renewedOn: z.string().nullable(),
  /** The last day the card is good for, 'YYYY-MM-DD', and whether that day is over; '' without a readable card. */
  validTo: z.string(),
  expired: z.boolean(),
  kinds: z.array(z.string()),
  folder: z.string(),
  /** Whether the office's server leads to it. */
  server: z.boolean(),
  /** Reachable now by one of its ways: 'yes', 'no' (none can be used), or 'courier' when it has none. */
  reachable: z.enum(['yes', 'no', 'courier']),
  lastHeard: z.string().nullable(),
  local: z.int(),
  sent: z.int(),
  receipted: z.int(),
  openRequests: z.int(),
});

export const partnerCalls = {
  'partner.list': query({ input: z.strictObject({}), output: z.array(partnerView), topics: ['partner', 'sync'] }),
  /** This office's own card as file bytes to give to a partner. */
  'partner.ownCard': query({
    input: z.strictObject({}),
    output: z.strictObject({
      fileName: z.string(),
      bytes: z.custom<Uint8Array>((v) => v instanceof Uint8Array),
      fingerprint: z.string(),
    }),
    topics: ['office'],
  }),
  'partner.readCard': query({ input: z.strictObject({ bytes: bytesField }), output: cardView, topics: ['partner'] }),
  /** Adds or renews a partner; `confirmed` says the fingerprint was read to each other. */
  'partner.add': command({
    input: z.strictObject({ bytes: bytesField, confirmed: z.boolean() }),
    output: revisionOnly,
    topics: ['partner', 'sync'],
  }),
  'partner.confirm': command({
    input: z.strictObject({ office: officeIdField }),
    output: revisionOnly,
    topics: ['partner'],
  }),
  /** The exchange folder shared with this partner; empty for courier only. */
  'partner.setFolder': command({
    input: z.strictObject({ office: officeIdField, folder: line(1000) }),
    output: revisionOnly,
    topics: ['partner', 'sync'],
  }),
} as const;
