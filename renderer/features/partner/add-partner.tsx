import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '#renderer/app/api/client.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { FailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { CardSheet } from './card-sheet.tsx';

/** A card read from a file and not yet taken. */
export type ReadCard = { readonly bytes: Uint8Array; readonly card: CallOutput<'partner.readCard'> };

/** Bytes a card may have; anything larger is no card and is not read at all. */
const mostBytes = 65_536;

/** Takes a partner's card file and shows what it says before anything is added. */
export function AddPartner() {
  const { t } = useTranslation('partner');
  const [read, setRead] = useState<ReadCard>();
  const [failure, setFailure] = useState<Failure>();
  const open = async (file: File): Promise<void> => {
    setFailure(undefined);
    if (file.size > mostBytes) {
      setFailure({ kind: 'bad-input', code: 'partner.card-shape' });
      return;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const reply = await client().call('partner.readCard', { bytes });
    if (reply.ok) setRead({ bytes, card: reply.value });
    else setFailure(reply.failure);
  };
  return (
    <Panel title={t('add.title')} padded>
      <p className="soft">{t('add.what')}</p>
      <CardButton
        onFile={(file) => {
          void open(file).catch(() => {
            setFailure({ kind: 'storage', code: 'file.unreadable' });
          });
        }}
      />
      {failure === undefined ? null : (
        <Notice tone="red" role="alert">
          <FailureText failure={failure} />
        </Notice>
      )}
      {read === undefined ? null : (
        <CardSheet
          read={read}
          onClose={() => {
            setRead(undefined);
          }}
        />
      )}
    </Panel>
  );
}

function CardButton({ onFile }: { readonly onFile: (file: File) => void }) {
  const { t } = useTranslation('partner');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="plain-button" onClick={() => input.current?.click()}>
        {t('add.choose')}
      </button>
      <input
        ref={input}
        type="file"
        className="spoken"
        tabIndex={-1}
        aria-label={t('add.choose')}
        accept=".xieban-card,.json"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) onFile(file);
          // The same file chosen again is a new wish.
          event.target.value = '';
        }}
      />
    </>
  );
}
