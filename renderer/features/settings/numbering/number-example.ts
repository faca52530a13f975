import { type LocalDate, yearOf } from '#shared/base/local-date.ts';
import {
  defaultTemplate,
  type NumberSeries,
  placeWord,
  styleConfidence,
} from '#shared/domain/numbering/default-templates.ts';
import { numberWords } from '#shared/domain/numbering/number-words.ts';
import {
  checkTemplate,
  type TemplateFault,
  type TemplateToken,
  tokensOf,
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

/** Words that have their content from the number itself. */
const filled: ReadonlySet<string> = new Set<TemplateToken>(['open', 'close', 'year', 'seq', 'suffix', 'branch']);

function wordIn(words: Readonly<Partial<Record<string, string>>>, word: string): string {
  return words[word] ?? '';
}

/** An example number such as might be given this year, from a pattern as typed; the default pattern when it is empty. */
export function numberExample(series: NumberSeries, pattern: string, region: string, today: LocalDate): NumberExample {
  const template = { ...defaultTemplate(series, placeWordOf(region)), words: numberWords(series, region) };
  const empty = pattern.trim() === '';
  // A default nobody changed stands in its field like any other pattern.
  const byDefault = empty || pattern.trim() === template.pattern;
  const typed = empty ? template : { ...template, pattern, perYear: pattern.includes('{year}') };
  const checked = checkTemplate(typed);
  return {
    number: writeNumber(typed, yearOf(today), 64),
    byDefault,
    toCheck: byDefault && styleConfidence(series, region) === 'default',
    blank: tokensOf(typed.pattern)
      .filter((word) => !filled.has(word) && !wordIn(typed.words, word))
      .map((word) => `{${word}}`),
    fault: checked.ok ? undefined : checked.error,
  };
}
