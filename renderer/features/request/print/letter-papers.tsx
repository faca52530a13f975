import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { CommissionSheet } from '#renderer/ui/print/commission-sheet.tsx';
import { LetterLanguage } from '#renderer/ui/print/letter-language.tsx';
import { ReplySheet } from '#renderer/ui/print/reply-sheet.tsx';
import { EmptyState } from '#renderer/ui/state/page-state.tsx';
import { type PaperProps, RecordedPreview } from './recorded-preview.tsx';

function NotThere({ id }: { readonly id: string }) {
  const { t } = useTranslation('request');
  return (
    <EmptyState
      title={t('print.notThere')}
      text={t('print.notThereText')}
      action={<a href={addresses.request(id)}>{t('rewrite.back')}</a>}
    />
  );
}

/** 委托函 or 协查函: the letter that was sent, or the text on its way through the office. */
export function CommissionPaper({ id, view, onBack }: PaperProps) {
  if (view.commission === null || view.commissionHead === null) return <NotThere id={id} />;
  return (
    <RecordedPreview what="commission" about={view.row.number ?? id} onBack={onBack}>
      <LetterLanguage>
        <CommissionSheet head={view.commissionHead} letter={view.commission} />
      </LetterLanguage>
    </RecordedPreview>
  );
}

/** 回函: the draft while one is on its way, else the newest that was sent. */
export function ReplyPaper({ id, view, onBack }: PaperProps) {
  const draft = view.paper?.reply ?? null;
  const reply = draft ?? view.reply;
  const head = draft === null ? view.replyHead : (view.paper?.head ?? null);
  if (reply === null || head === null) return <NotThere id={id} />;
  const { registeredOn, storedOn, opening } = view.state;
  return (
    <RecordedPreview what="reply" about={head.number ?? id} onBack={onBack}>
      <LetterLanguage>
        <ReplySheet
          head={head}
          reply={reply}
          kind={view.row.kind}
          answers={{ number: view.commissionNumber, receivedOn: storedOn ?? registeredOn ?? opening?.on ?? null }}
          items={view.commission?.items ?? []}
        />
      </LetterLanguage>
    </RecordedPreview>
  );
}
