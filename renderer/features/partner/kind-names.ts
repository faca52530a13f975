import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { requestKind } from '#shared/domain/assist/kinds/request-kinds.ts';

/** Names the kinds of request an office can handle; one only a newer version knows keeps its code. */
export function useKindNames(): (codes: readonly string[]) => string {
  const bilingual = useBilingual();
  return (codes) =>
    codes
      .map((code) => {
        const kind = requestKind(code);
        return kind === undefined ? code : bilingual(kind.name);
      })
      .join(' · ');
}
