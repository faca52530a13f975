import { err, ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { actOn } from './act-on.ts';
import { checkedFiles } from './letter-files.ts';
import { badField } from './refusals.ts';
import { cleanText } from './typed-text.ts';

/** 补正 or further material. After a return it must answer every defect that was named. */
export const supplementRequest: Handler<'request.supplement'> = (context, { request, on, text, answers, files }) =>
  actOn(context, { request, on, side: 'r', kind: 'supplement' }, (tx, { state }) => {
    const words = cleanText(text, 'text');
    if (!words.ok) return words;
    const defects = state.phase === 'returned' ? (state.returned?.defects ?? []) : [];
    const said: { defect: string; text: string }[] = [];
    for (const [index, answer] of answers.entries()) {
      const cleaned = cleanText(answer.text, `answers.${index}.text`, true);
      if (!cleaned.ok) return cleaned;
      if (!defects.some((defect) => defect.id === answer.defect)) {
        return err(badField('request.no-such-defect', `answers.${index}.defect`));
      }
      said.push({ defect: answer.defect, text: cleaned.value });
    }
    const answered = new Set(said.map((answer) => answer.defect));
    if (defects.some((defect) => !answered.has(defect.id))) return err(badField('request.defects-open', 'answers'));
    const enclosed = checkedFiles(tx, files);
    if (!enclosed.ok) return enclosed;
    if (words.value === '' && said.length === 0 && enclosed.value.length === 0)
      return err(badField('text.nothing-left', 'text'));
    return ok({
      facts: { answers: [...answered], items: [] },
      content: { text: words.value, answers: said, files: enclosed.value },
      files: enclosed.value.map((file) => file.manifest),
    });
  });
