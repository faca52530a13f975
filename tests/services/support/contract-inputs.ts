import fc from 'fast-check';
import type { z } from 'zod';

/** Values that exist in the offices under test, by the name of the field they go into. */
export type Known = Readonly<Record<string, readonly unknown[]>>;

/** What people and attackers type; each of it must be data and nothing else wherever it is typed. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '周某某',
  `'; DROP TABLE entry; --`,
  `" OR 1=1 --`,
  '=HYPERLINK("http://x","y")',
  '+1+cmd|calc',
  '%_\\*?[',
  '"a","b"\t;\r\nc',
  '<img src=x onerror=alert(1)>',
  '../../../etc/passwd',
  '周\u202e某\u0000某\u200b',
  '\ud800 half a pair',
  '👩‍👩‍👧‍👦 𠮷',
  '__proto__',
  'constructor',
  '长'.repeat(60),
  '长'.repeat(5000),
];

const shapes: readonly unknown[] = [
  '2026-03-12',
  '2026-03-17T09:30',
  '2025-12-31',
  '2027-02-08',
  '9999-12-31',
  '310118',
  '33',
  '310118199001011234',
  'qingpu-arb',
  'arb.rejected',
  'dossier.receive',
  '0'.repeat(64),
  `s1:${'0'.repeat(64)}`,
  '01890000-0000-7000-8000-000000000000',
  0,
  820_000,
  -1,
  Number.MAX_SAFE_INTEGER,
  new Uint8Array(),
  new TextEncoder().encode('no card'),
];

const fits = (schema: z.core.$ZodType, value: unknown): boolean =>
  // Every schema of the contract is one of zod's own, which can all be asked.
  (schema as z.ZodType).safeParse(value).success;

function fitting(schema: z.core.$ZodType, key: string, known: Known): fc.Arbitrary<unknown> {
  const real = (known[key] ?? []).filter((value) => fits(schema, value));
  const others = [...hostileTexts, ...shapes].filter((value) => fits(schema, value));
  if (others.length === 0 && real.length === 0) throw new Error(`nothing fits the field ${key}`);
  if (real.length === 0) return fc.constantFrom(...others);
  if (others.length === 0) return fc.constantFrom(...real);
  return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...real) }, fc.constantFrom(...others));
}

/** A bound a number or the length of a list must keep. */
function bound(
  def: { readonly checks?: z.core.$ZodCheck<never>[] },
  side: 'least' | 'most',
  otherwise: number,
): number {
  const found = (def.checks ?? []).map((check) => {
    // Which fields a check has depends on its name, which the type of the list does not know.
    const { def: said } = (check as unknown as z.core.$ZodChecks)._zod;
    switch (said.check) {
      case 'min_length':
        return side === 'least' ? said.minimum : undefined;
      case 'max_length':
        return side === 'most' ? said.maximum : undefined;
      case 'greater_than':
        return side === 'least' ? Number(said.value) : undefined;
      case 'less_than':
        return side === 'most' ? Number(said.value) : undefined;
      default:
        return undefined;
    }
  });
  return found.find((value) => value !== undefined) ?? otherwise;
}

function wholeNumber(def: z.core.$ZodNumberDef): fc.Arbitrary<number> {
  const min = bound(def, 'least', 0);
  const max = bound(def, 'most', min + 1000);
  return fc.oneof(
    fc.constantFrom(min, max, Math.min(min + 1, max)),
    fc.integer({ min: Math.max(min, -1000), max: Math.min(max, Math.max(min, 0) + 1000) }),
  );
}

function object(schema: z.core.$ZodType, def: z.core.$ZodObjectDef, known: Known, name: string): fc.Arbitrary<unknown> {
  const fields = Object.entries(def.shape);
  const optional = fields.filter(([, schema]) => fits(schema, undefined)).map(([key]) => key);
  const made = Object.fromEntries(fields.map(([key, schema]) => [key, inputOf(schema, known, key)]));
  const requiredKeys = fields.map(([key]) => key).filter((key) => !optional.includes(key));
  const whole = (known[name] ?? []).filter((value) => fits(schema, value));
  const record = fc.record(made, { requiredKeys });
  return whole.length === 0 ? record : fc.oneof(record, fc.constantFrom(...whole));
}

/** Inputs that a schema of the contract takes: hostile texts, bounds of numbers, and ids that exist. */
export function inputOf(schema: z.core.$ZodType, known: Known, key = ''): fc.Arbitrary<unknown> {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return object(schema, def, known, key);
    case 'array': {
      const minLength = bound(def, 'least', 0);
      return fc.array(inputOf(def.element, known, key), { minLength, maxLength: minLength + 2 });
    }
    case 'optional':
    case 'default':
    case 'prefault':
      return inputOf(def.innerType, known, key);
    case 'nullable':
      return fc.option(inputOf(def.innerType, known, key), { nil: null, freq: 4 });
    case 'union':
      return fc.oneof(...def.options.map((option) => inputOf(option, known, key)));
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    case 'literal':
      return fc.constantFrom(...def.values);
    case 'boolean':
      return fc.boolean();
    case 'number':
      return wholeNumber(def);
    case 'string':
    case 'custom':
      return fitting(schema, key, known);
    default:
      throw new Error(`an input of type ${def.type} is not made yet`);
  }
}
