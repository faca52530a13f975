import { z } from 'zod';
import { mostBranches } from '#shared/domain/numbering/branch.ts';
import { subStyles } from '#shared/domain/numbering/sub-number.ts';
import { command, query } from './call.ts';
import { dateField, done, dossierIdField, line, prose, revisionOnly, userIdField } from './fields.ts';
import { officeSide } from './session.ts';

/** What a person may do: handle files, examine drafts, sign for the office, use the seal. */
export const personRole = z.enum(['clerk', 'arbitrator', 'inspector', 'head', 'seal']);

export const person = z.strictObject({
  id: userIdField,
  name: z.string(),
  roles: z.array(personRole),
  cardNo: z.string(),
  phone: z.string(),
  active: z.boolean(),
});

const branches = z
  .array(
    z.strictObject({
      code: z.string().regex(/^(b[1-9]\d{0,3})?$/),
      name: line(60),
      word: line(8),
      ended: z.boolean(),
    }),
  )
  .max(mostBranches);

export const officeSettings = z.strictObject({
  /** Number templates; see shared/domain/numbering. */
  windowNumber: line(120),
  arbCaseNumber: line(120),
  lsiCaseNumber: line(120),
  letterNumber: line(120),
  /** 限期改正指令书, 行政处理决定书, 行政处罚决定书. */
  orderNumber: line(120),
  handleNumber: line(120),
  penaltyNumber: line(120),
  /** How files under one number are told apart: -1 or 之一. */
  subNumbers: z.enum(subStyles),
  /** 派出庭 and the like with numbers of their own; a code is '' until the branch is kept, an ended one stays. */
  branches,
  /** When true a scan of the sealed letter must be attached before sending. */
  sealedScanRequired: z.boolean(),
  language: z.enum(['zh-CN', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Text size in pixels. */
  fontSize: z.union([z.literal(14), z.literal(16), z.literal(18), z.literal(20)]),
  /** Code of the branch this device stands in; '' for the office itself. New files begin with it. */
  branch: line(8),
});

export const officeView = z.strictObject({
  id: z.string(),
  name: z.string(),
  region: z.string(),
  regionName: z.string(),
  side: officeSide,
  device: z.string(),
  address: z.string(),
  postcode: z.string(),
  phone: z.string(),
  uscc: z.string(),
  fingerprint: z.string(),
  settings: officeSettings,
  me: person,
  people: z.array(person),
});

const personInput = {
  name: line(60).min(1),
  roles: z.array(personRole).max(5),
  cardNo: line(60).default(''),
  phone: line(40).default(''),
};

export const officeCalls = {
  'office.get': query({ input: z.strictObject({}), output: officeView, topics: ['office', 'people'] }),
  'office.amend': command({
    input: z.strictObject({
      name: line(120).min(1),
      address: line(300),
      postcode: line(12),
      phone: line(40),
      uscc: line(18),
    }),
    output: revisionOnly,
    topics: ['office'],
  }),
  'office.setSettings': command({
    input: officeSettings.omit({ branches: true, branch: true }).partial(),
    output: revisionOnly,
    topics: ['office'],
  }),
  /**
   * Writes down the branches (派出庭) of the office, all of them, and which of them this device stands in. `was`: what the
   * person was shown, so that a change in between is noticed. One that was kept stays among them; a new one is answered
   * with its code.
   */
  'office.setBranches': command({
    input: z.strictObject({ branches, was: branches, branch: line(8) }),
    output: z.strictObject({ revision: z.int(), branches }),
    topics: ['office'],
  }),
  /**
   * The number that comes next for the paper of a step of this file, by the pattern of its series and the papers on record
   * here; null for a step whose paper has no series. A proposal: it is taken by recording the step with it.
   */
  'office.paperNumber': query({
    input: z.strictObject({ dossier: dossierIdField, step: line(60).min(1) }),
    output: z.strictObject({ number: z.string().nullable() }),
    topics: ['office', 'dossier'],
  }),
  /**
   * A person says that the machine's clock is right now although facts bear a later time: it stood ahead when they were
   * recorded. `today` is the day he was shown. Days are counted from it again; recorded in the audit chain.
   */
  'office.confirmClock': command({
    input: z.strictObject({ today: dateField, reason: prose(500).min(1) }),
    output: revisionOnly,
    topics: ['session', 'dossier', 'deadline', 'request', 'audit'],
  }),
  'person.add': command({ input: z.strictObject(personInput), output: done, topics: ['people'] }),
  'person.amend': command({
    input: z.strictObject({ id: userIdField, active: z.boolean(), ...personInput }),
    output: done,
    topics: ['people'],
  }),
  /** Who sits at the desk from now on; recorded in the audit chain. */
  'person.actAs': command({
    input: z.strictObject({ id: userIdField }),
    output: revisionOnly,
    topics: ['people', 'office'],
  }),
  'region.list': query({
    gate: 'any',
    input: z.strictObject({
      parent: z
        .string()
        .regex(/^\d{6}$/)
        .optional(),
    }),
    output: z.array(
      z.strictObject({ code: z.string(), name: z.string(), zone: z.boolean(), hasChildren: z.boolean() }),
    ),
    topics: [],
  }),
  'audit.list': query({
    input: z.strictObject({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) }),
    output: z.strictObject({
      total: z.int(),
      rows: z.array(
        z.strictObject({
          id: z.string(),
          at: z.string(),
          person: z.string(),
          act: z.string(),
          about: z.string(),
          reason: z.string(),
        }),
      ),
    }),
    topics: ['audit'],
  }),
  /** Records that something was printed or exported, before it is. */
  'audit.printed': command({
    input: z.strictObject({
      what: z.enum([
        'commission',
        'reply',
        'introduction',
        'course',
        'certificate',
        'strip',
        'clocks',
        'law',
        'register',
        'slip',
      ]),
      about: line(100),
      note: prose(500).default(''),
    }),
    output: revisionOnly,
    topics: ['audit'],
  }),
} as const;
