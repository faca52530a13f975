import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Sheet } from '#renderer/ui/dialog/sheet.tsx';
import { useDayText } from '../use-day-text.ts';
import type { RequestView } from './view.ts';

/** How the agreed and the promised date came about: the letter's wish, the promise, every extension and its answer. */
export function AgreedSheet(props: {
  readonly view: RequestView;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('request');
  const day = useDayText();
  const { view } = props;
  const accept = view.timeline.find((item) => item.kind === 'accept');
  const promised = accept?.facts['promised'];
  return (
    <Sheet
      open={props.open}
      title={t('agreed.title')}
      onClose={props.onClose}
      footer={<Button onClick={props.onClose}>{t('sheet.close')}</Button>}
    >
      <div className="sheet-body">
        <ol className="steps-list">
          <li>{t('agreed.asked', { date: day(view.commission?.askedDate ?? null) })}</li>
          {accept === undefined || typeof promised !== 'string' ? null : (
            <li>{t('agreed.promised', { on: day(accept.on), date: day(promised) })}</li>
          )}
          {view.state.extensions.map((one) => (
            <li key={one.id}>
              {t('agreed.extension', { on: day(one.on), until: day(one.until) })} {t(`agreed.answer.${one.answer}`)}
            </li>
          ))}
          <li>{t('agreed.now', { agreed: day(view.clocks.agreed), promised: day(view.clocks.promised) })}</li>
          {view.clocks.safeDue === null ? null : <li>{t('agreed.safe', { date: day(view.clocks.safeDue) })}</li>}
        </ol>
        <p className="soft small">{t('agreed.rule')}</p>
      </div>
    </Sheet>
  );
}
