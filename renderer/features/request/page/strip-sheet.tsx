import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { DeadlineStrip } from '#renderer/ui/deadline/deadline-strip.tsx';
import { Sheet } from '#renderer/ui/dialog/sheet.tsx';
import { PageState } from '#renderer/ui/state/page-state.tsx';

/** The whole explanation of a limit over the page. */
export function StripSheet(props: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useTranslation('request');
  const answer = useAsk('deadline.explain', { id: props.id });
  const today = useToday();
  return (
    <Sheet
      open
      wide
      title={t('strip.title')}
      onClose={props.onClose}
      footer={<Button onClick={props.onClose}>{t('sheet.close')}</Button>}
    >
      <div className="sheet-body">
        <PageState value={answer.last} failure={answer.failure} onAgain={answer.again}>
          {({ deadline }) => <DeadlineStrip deadline={deadline} today={today} open />}
        </PageState>
      </div>
    </Sheet>
  );
}
