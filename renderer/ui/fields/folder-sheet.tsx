import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../dialog/sheet.tsx';
import type { ShownFailure } from '../state/failure-text.tsx';
import { LoadingState, RefusedState } from '../state/page-state.tsx';
import './folder.css';

/** What lies in a folder; path '' holds the machine's media and the home folder, parent null means there is nothing above. */
export type FolderView = {
  readonly path: string;
  readonly parent: string | null;
  readonly folders: readonly { readonly name: string; readonly path: string }[];
};

/** Looks into a folder of the machine, which the kit cannot do by itself. */
export type LookInto = (
  under: string,
) => Promise<
  { readonly ok: true; readonly value: FolderView } | { readonly ok: false; readonly failure: ShownFailure }
>;

type Seen = { readonly under: string; readonly answer: Awaited<ReturnType<LookInto>> | undefined };

/** The folder looked into; an answer that comes after the person has gone on is not shown. */
function useWalk(look: LookInto) {
  const [seen, setSeen] = useState<Seen>({ under: '', answer: undefined });
  const { under } = seen;
  useEffect(() => {
    let here = true;
    void look(under).then((answer) => {
      if (here) setSeen((now) => (now.under === under ? { under, answer } : now));
    });
    return () => {
      here = false;
    };
  }, [look, under]);
  return {
    ...seen,
    go: (next: string): void => {
      setSeen({ under: next, answer: undefined });
    },
  };
}

type Props = {
  readonly open: boolean;
  readonly title: string;
  readonly look: LookInto;
  readonly onChoose: (path: string) => void;
  readonly onClose: () => void;
};

/** Walks the machine's folders; what is chosen is the folder being looked into. */
export function FolderSheet(props: Props) {
  return (
    <Sheet open={props.open} title={props.title} onClose={props.onClose}>
      <Walk {...props} />
    </Sheet>
  );
}

function Walk(props: Props) {
  const { t } = useTranslation('ui');
  const { under, answer, go } = useWalk(props.look);
  const up = answer?.ok === true ? answer.value.parent : '';
  return (
    <>
      <div className="sheet-body">
        <p className="folder-path">{under === '' ? t('folder.roots') : under}</p>
        <div className="folder-list">
          {under === '' ? null : (
            <button
              type="button"
              className="folder-row"
              onClick={() => {
                go(up ?? '');
              }}
            >
              {t('folder.up')}
            </button>
          )}
          {answer === undefined ? <LoadingState /> : null}
          {answer?.ok === false ? <RefusedState failure={answer.failure} /> : null}
          {answer?.ok === true ? <Folders view={answer.value} onGo={go} /> : null}
        </div>
      </div>
      <div className="sheet-foot">
        <Button onClick={props.onClose}>{t('dialog.cancel')}</Button>
        <Button
          type="primary"
          disabled={under === '' || answer?.ok !== true}
          onClick={() => {
            props.onChoose(under);
          }}
        >
          {t('folder.take')}
        </Button>
      </div>
    </>
  );
}

function Folders(props: { readonly view: FolderView; readonly onGo: (path: string) => void }) {
  const { t } = useTranslation('ui');
  const { folders, path } = props.view;
  if (folders.length === 0) return <p className="small soft">{t(path === '' ? 'folder.noMedia' : 'folder.none')}</p>;
  return (
    <ul>
      {folders.map((folder) => (
        <li key={folder.path}>
          <button
            type="button"
            className="folder-row"
            onClick={() => {
              props.onGo(folder.path);
            }}
          >
            {folder.name}
          </button>
        </li>
      ))}
    </ul>
  );
}
