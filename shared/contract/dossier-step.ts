import { z } from 'zod';
import { baseField, dateField, entryIdField, line, prose, rowIdField } from './fields.ts';

/** A recorded step as a screen shows it; texts that were not given are empty. */
const stepView = z.strictObject({
  id: z.string(),
  /** Of the domain's table of steps. */
  code: z.string(),
  on: z.string(),
  /** Closing only: of the close types. */
  type: z.string(),
  ground: z.string(),
  amount: z.int().nullable(),
  party: z.string(),
  day: z.string(),
  decidedBy: z.string(),
  paper: z.string(),
  note: z.string(),
  /** Closing by an award: made in the absence of a party (缺席裁决). */
  absent: z.boolean(),
  /** It was struck and counts no more. */
  struck: z.boolean(),
  /** The day it was first said to be on, where it was moved. */
  was: z.string(),
  /** Why it was struck or moved. */
  reason: z.string(),
});

/** Where a file stands, what was done to come there, and what may come next; codes of the domain's table of steps. */
export const lifeView = z.strictObject({
  stage: z.string(),
  asides: z.array(z.strictObject({ aside: z.string(), since: z.string() })),
  offered: z.array(z.string()),
  /** In the order they were recorded, struck ones included. */
  steps: z.array(stepView),
});

/** What a step says; which of it is asked for stands in the table of steps. */
export const stepInput = {
  base: baseField,
  step: line(60).min(1),
  on: dateField,
  ground: line(60).default(''),
  /** In the unit of the limit that is lengthened. */
  amount: z.int().min(1).max(3650).optional(),
  party: rowIdField.optional(),
  day: dateField.optional(),
  decidedBy: line(60).default(''),
  paper: line(120).default(''),
  note: prose(4000).default(''),
};

/** A step put right: `on` is the day it is moved to, null strikes it; `also` names later steps struck with it. */
export const correctStepInput = {
  base: baseField,
  step: entryIdField,
  on: dateField.nullable(),
  also: z.array(entryIdField).max(200).default([]),
  reason: prose(2000).min(1),
};
