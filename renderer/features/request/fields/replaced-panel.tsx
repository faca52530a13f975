import { Button } from 'antd';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { type ShownConflict, type ShownFailure, useFailureText } from '#renderer/ui/state/failure-text.tsx';
import '#renderer/ui/form/clash.css';

/** The hash of the text a conflict says is waiting now; undefined when it is another conflict. */
export function baseOf(failure: ShownFailure | undefined): string | undefined {
  const base = failure?.code === 'conflict.text-replaced' ? failure.conflict?.stored['base'] : undefined;
  return typeof base === 'string' ? base : undefined;
}

/**
 * Another window handed in a text while this one was written. Both are kept until the person has chosen: to replace
 * that text knowingly, or to begin from it. What was typed stays in the draft until then.
 */
export function ReplacedPanel(props: {
  readonly conflict: ShownConflict;
  /** Address of the page that shows the text handed in meanwhile. */
  readonly there: string;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}) {
  const { t } = useTranslation(['request', 'ui']);
  const say = useFailureText();
  const announce = useAnnounce();
  const element = useRef<HTMLElement>(null);
  const id = useId();
  const { conflict } = props;
  const what = say({ kind: 'conflict', code: 'conflict.text-replaced' });
  useEffect(() => {
    // Said and shown again for every conflict met, also for a second one.
    announce(`${what} ${conflict.at}`, 'assertive');
    element.current?.querySelector<HTMLElement>('button')?.focus();
    element.current?.scrollIntoView({ block: 'nearest' });
  }, [conflict, what, announce]);
  return (
    <section ref={element} className="clash" aria-labelledby={id}>
      <h2 id={id}>{t('ui:state.conflict')}</h2>
      <p>{what}</p>
      <p className="small soft">
        {t('ui:clash.by', { name: conflict.by, at: conflict.at.replace('T', ' ') })}{' '}
        <a href={props.there}>{t('replaced.see')}</a>
      </p>
      <div className="clash-acts">
        <Button onClick={props.onMine}>{t('replaced.mine')}</Button>
        <Button onClick={props.onTheirs}>{t('replaced.theirs')}</Button>
      </div>
    </section>
  );
}
