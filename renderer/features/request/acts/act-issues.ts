import type { FormIssue } from '#renderer/ui/form/use-form.ts';
import { named } from '../fields/handlers-field.tsx';
import type { ActSpec } from './act-specs.ts';
import type { ActPart, ActValue } from './act-value.ts';

function emptyPaths(value: ActValue, part: ActPart): readonly string[] {
  switch (part) {
    case 'handlers':
      return named(value.handlers).length < 2 ? [`handlers.${named(value.handlers).length}.name`] : [];
    case 'defects':
      return value.defects.some((defect) => defect.trim() !== '') ? [] : ['defects.0'];
    case 'answers':
      return value.answers.flatMap((answer, index) => (answer.text.trim() === '' ? [`answers.${index}.text`] : []));
    default: {
      const held = value[part];
      return held === null || (typeof held === 'string' && held.trim() === '') ? [part] : [];
    }
  }
}

/** What is missing in an act's form, each at its field. */
export function actIssues(spec: ActSpec, value: ActValue, missing: string): readonly FormIssue[] {
  return spec.required
    .flatMap((part) => emptyPaths(value, part))
    .map((path) => ({ path, level: 'error' as const, text: missing }));
}
