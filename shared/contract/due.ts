import { z } from 'zod';

/** How near a deadline is, for colour and words; 'over' is a time that ends by itself and has. */
export const lamp = z.enum(['overdue', 'today', 'soon', 'fine', 'none', 'over']);

/** A deadline in a list: date, rule, whether any part of it is provisional (暂估). */
export const dueBrief = z.strictObject({
  id: z.string(),
  ruleId: z.string(),
  /** What within the file it is about, such as the id of a party; '' for the whole file. */
  of: z.string(),
  due: z.string().nullable(),
  target: z.string().nullable(),
  /** While suspended on a ground of limited length: the day a person should resume it by. */
  resumeBy: z.string().nullable(),
  state: z.enum(['running', 'suspended', 'stopped', 'not-started']),
  provisional: z.boolean(),
  /** That of the rule, and 'default' where the calendar of a year it touches is to be checked: 'default' is shown as 待核. */
  confidence: z.enum(['certain', 'read', 'default', 'office']),
  lamp,
  daysLeft: z.int().nullable(),
});
