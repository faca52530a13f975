import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { RequestId } from '#shared/base/ids.ts';
import { PaperSheet, type PaperSheetAct } from './paper-sheet.tsx';
import type { PaperView, RequestView } from './view.ts';

/** Steps the person at the desk may do now, each examination with its way back. */
function actsOn(view: RequestView): readonly PaperSheetAct[] {
  const may = (act: RequestView['may'][number]): boolean => view.may.includes(act);
  return [
    ...(may('review') ? (['review', 'review-back'] as const) : []),
    ...(may('sign') ? (['sign', 'sign-back'] as const) : []),
    ...(may('send') ? (['send'] as const) : []),
    ...(may('seal') ? (['seal'] as const) : []),
    ...(may('unsign') ? (['unsign'] as const) : []),
  ];
}

/** What the person at the desk may do with the letter now. The step it waits for is filled. */
export function PaperActs(props: { readonly id: RequestId; readonly view: RequestView; readonly paper: PaperView }) {
  const { t } = useTranslation('request');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [open, setOpen] = useState<PaperSheetAct | undefined>(() =>
    actsOn(props.view).find((act) => act === search.get('act')),
  );
  const { id, view, paper } = props;
  const back = paper.next === 'back';
  const acts = actsOn(view);
  const rewrite = (): void => {
    void navigate(`/requests/${id}/${paper.type === 'commission' ? 'letter' : 'reply'}`);
  };
  return (
    <>
      {paper.next === 'moot' ? <Notice tone="plain">{t('paper.moot')}</Notice> : null}
      {back ? <Notice tone="amber">{t('paper.wentBack')}</Notice> : null}
      <div className="button-line">
        {acts.map((act) => (
          <Button
            key={act}
            type={act === paper.next ? 'primary' : 'default'}
            onClick={() => {
              setOpen(act);
            }}
          >
            {t(`paper.act.${act}`)}
          </Button>
        ))}
        {view.may.includes('resubmit') ? (
          <Button type={back ? 'primary' : 'default'} onClick={rewrite}>
            {t('paper.rewrite')}
          </Button>
        ) : null}
      </div>
      {open === undefined ? null : (
        <PaperSheet
          key={open}
          act={open}
          id={id}
          view={view}
          paper={paper}
          onClose={() => {
            setOpen(undefined);
          }}
        />
      )}
    </>
  );
}
