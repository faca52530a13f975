import { useTranslation } from 'react-i18next';
import { useUnreadable } from './form-context.ts';

/**
 * Says when a text is longer than its field may hold, and by how much, counted as the contract counts. Nothing is ever
 * cut: the whole text stays in the field and in the draft, and the form is not submitted until the person shortened it.
 */
export function useTooLong(path: string, text: string, max: number): string | undefined {
  const { t } = useTranslation('ui');
  const over = text.length - max;
  useUnreadable(path, over > 0);
  return over > 0 ? t('form.tooLong', { count: over, max }) : undefined;
}
