import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useShortcut } from '#renderer/ui/keys/shortcut-provider.tsx';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import type { DossierId } from '#shared/base/ids.ts';
import { useKindName } from './history-text.ts';

/**
 * The newest act on the file with the button that takes it back; Ctrl+Z does the same outside of fields. What cannot be
 * taken back says why.
 */
export function UndoAct({ id }: { readonly id: DossierId }) {
  const { t } = useTranslation('undo');
  const announce = useAnnounce();
  const failureText = useFailureText();
  const kindName = useKindName();
  const act = useAsk('dossier.lastAct', { dossier: id }).last;
  const [undo, { running }] = useAct('dossier.undo');
  const refusal = act?.refusal ?? null;
  const why = refusal === null ? undefined : failureText({ kind: 'refused', code: refusal });
  const run = async (): Promise<void> => {
    if (act === undefined || running) return;
    if (act === null) announce(t('nothing'), 'assertive');
    else if (why !== undefined) announce(why, 'assertive');
    else {
      const reply = await undo({ dossier: id, entry: act.entry });
      announce(reply.ok ? t('undone', { what: kindName(act.kind) }) : failureText(reply.failure), 'assertive');
    }
  };
  useShortcut(['Ctrl+Z'], t('undo'), () => void run());
  if (act === undefined || act === null) return null;
  return (
    <p className="file-undo small soft">
      <span>{t('last', { what: kindName(act.kind) })}</span>
      {why === undefined ? (
        <button
          type="button"
          className="text-button"
          aria-keyshortcuts="Control+Z"
          disabled={running}
          onClick={() => void run()}
        >
          {t('undo')}
        </button>
      ) : (
        <span>{why}</span>
      )}
    </p>
  );
}
