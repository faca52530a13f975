import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { Sheet } from '#renderer/ui/dialog/sheet.tsx';
import { byteSize } from '#renderer/ui/format/byte-size.ts';
import { CommissionSheet } from '#renderer/ui/print/commission-sheet.tsx';
import { LetterLanguage } from '#renderer/ui/print/letter-language.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { EmptyState, PageState } from '#renderer/ui/state/page-state.tsx';
import type { DossierId } from '#shared/base/ids.ts';
import { finished, type LetterValue } from './letter-value.ts';

/** 对方可见内容: the letter exactly as it will be sealed, its size, and what a person should look at before it goes on. */
export function LetterPreview(props: {
  readonly open: boolean;
  readonly dossier: DossierId;
  readonly value: LetterValue;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('request');
  return (
    <Sheet
      open={props.open}
      title={t('preview.title')}
      wide
      onClose={props.onClose}
      footer={<Button onClick={props.onClose}>{t('preview.back')}</Button>}
    >
      <div className="sheet-body" role="region" aria-label={t('preview.title')} tabIndex={0}>
        <Shown dossier={props.dossier} value={props.value} />
      </div>
    </Sheet>
  );
}

function Shown({ dossier, value }: { readonly dossier: DossierId; readonly value: LetterValue }) {
  const { t } = useTranslation('request');
  const ready = finished(value);
  const { partner, letter } = ready ?? {};
  const answer = useAsk(
    'request.preview',
    partner === undefined || letter === undefined ? undefined : { dossier, partner, letter },
  );
  if (ready === undefined) return <EmptyState title={t('preview.unfinished')} text={t('preview.unfinishedText')} />;
  return (
    <PageState value={answer.data} failure={answer.failure} onAgain={answer.again}>
      {(shown) => (
        <>
          <Notice tone="blue">
            {t('preview.exactly', { to: shown.to, size: byteSize(shown.bytes), n: shown.letter.files.length })}
          </Notice>
          <Warnings codes={shown.warnings} />
          <div className="papers">
            <LetterLanguage>
              <CommissionSheet head={shown.head} letter={shown.letter} />
            </LetterLanguage>
          </div>
        </>
      )}
    </PageState>
  );
}

/** Things to look at again before a letter goes on; none of them stops anything. */
export function Warnings({ codes }: { readonly codes: readonly string[] }) {
  const { t } = useTranslation('request');
  if (codes.length === 0) return null;
  return (
    <Notice tone="amber" role="status">
      <ul>
        {codes.map((code) => (
          <li key={code}>{t(`warning.${code}`)}</li>
        ))}
      </ul>
    </Notice>
  );
}
