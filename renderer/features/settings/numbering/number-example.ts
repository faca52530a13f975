import { type LocalDate, yearOf } from '#shared/base/local-date.ts';
import {
  defaultTemplate,
  type NumberSeries,
  placeWord,
  styleConfidence,
} from '#shared/domain/numbering/default-templates.ts';
import {
  checkTemplate,
  type TemplateFault,
  type TemplateToken,
  writeNumber,
} from '#shared/domain/numbering/template.ts';
import { regionName } from '#shared/domain/region/region.ts';

/** Where a pattern leads: the next number it might write, and words of it that stay empty in this office. */
export type NumberExample = {
  readonly number: string;
  readonly byDefault: boolean;
  /** It is the default and no sample of this province's style was seen. */
  readonly toCheck: boolean;
  readonly blank: readonly string[];
  readonly fault: TemplateFault | undefined;
};

/** The place word of an office. */
export function placeWordOf(region: string): string {
  return placeWord(regionName(region));
}

/** Words that always have a content. */
const filled: ReadonlySet<string> = new Set<TemplateToken>(['dist', 'open', 'close', 'year', 'seq', 'suffix']);

/** An example number such as might be given this year, from a pattern as typed; the default pattern when it is empty. */
export function numberExample(series: NumberSeries, pattern: string, region: string, today: LocalDate): NumberExample {
  const template = defaultTemplate(series, placeWordOf(region));
  const byDefault = pattern.trim() === '';
  const typed = byDefault ? template : { ...template, pattern, perYear: pattern.includes('{year}') };
  const checked = checkTemplate(typed);
  const words = [...typed.pattern.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
  return {
    number: writeNumber(typed, yearOf(today), 64),
    byDefault,
    toCheck: byDefault && styleConfidence(series, region) === 'default',
    blank: words.filter((word) => !filled.has(word)).map((word) => `{${word}}`),
    fault: checked.ok ? undefined : checked.error,
  };
}
