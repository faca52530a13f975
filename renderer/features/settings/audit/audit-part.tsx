import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePages } from '#renderer/app/api/use-pages.ts';
import { Sheet } from '#renderer/ui/dialog/sheet.tsx';
import { type ListColumn, ListShell } from '#renderer/ui/list/list-shell.tsx';
import { EmptyState } from '#renderer/ui/state/page-state.tsx';
import { type AuditLine, useAuditTexts } from './audit-texts.ts';

/** 审计记录: who looked at, printed, exported or changed what, newest first. Nobody can change or remove a line. */
export function AuditPart() {
  const { t } = useTranslation('settings');
  const [opened, setOpened] = useState<AuditLine>();
  const pages = usePages('audit.list', {});
  const columns = useAuditColumns();
  return (
    <>
      <p className="settings-why">{t('audit.why')}</p>
      <div className="settings-list">
        <ListShell
          id="audit"
          label={t('audit.title')}
          columns={columns}
          total={pages.total}
          rowAt={pages.rowAt}
          keyOf={(row) => row.id}
          onView={pages.onView}
          failure={pages.failure}
          onAgain={pages.again}
          onOpen={setOpened}
          empty={<EmptyState title={t('audit.empty')} text={t('audit.emptyText')} />}
        />
      </div>
      <LineSheet
        line={opened}
        onClose={() => {
          setOpened(undefined);
        }}
      />
    </>
  );
}

function useAuditColumns(): readonly ListColumn<AuditLine>[] {
  const { t } = useTranslation('settings');
  const texts = useAuditTexts();
  return [
    { id: 'at', title: t('audit.at'), width: '10rem', cell: (line) => texts.at(line) },
    { id: 'person', title: t('audit.person'), width: '7rem', cell: (line) => line.person },
    { id: 'act', title: t('audit.act'), width: '12rem', cell: (line) => texts.act(line) },
    { id: 'about', title: t('audit.about'), width: 'minmax(10rem, 1fr)', cell: (line) => texts.about(line) },
    { id: 'reason', title: t('audit.reason'), width: 'minmax(8rem, 1fr)', cell: (line) => line.reason },
  ];
}

/** One line in full: a reason may be longer than its column. */
function LineSheet(props: { readonly line: AuditLine | undefined; readonly onClose: () => void }) {
  const { t } = useTranslation('settings');
  const texts = useAuditTexts();
  const { line } = props;
  const facts =
    line === undefined
      ? []
      : ([
          ['at', texts.at(line)],
          ['person', line.person],
          ['act', texts.act(line)],
          ['about', texts.about(line)],
          ['reason', line.reason],
          ['id', line.id],
        ] as const);
  return (
    <Sheet
      open={line !== undefined}
      title={t('audit.line')}
      onClose={props.onClose}
      footer={
        <button type="button" className="plain-button" onClick={props.onClose}>
          {t('audit.close')}
        </button>
      }
    >
      <section className="sheet-body" tabIndex={0} aria-label={t('audit.line')}>
        <dl className="settings-facts">
          {facts
            .filter(([, text]) => text !== '')
            .map(([name, text]) => (
              <div key={name}>
                <dt>{t(`audit.${name}`)}</dt>
                <dd className={name === 'id' ? 'settings-mono' : 'prose'}>{text}</dd>
              </div>
            ))}
        </dl>
      </section>
    </Sheet>
  );
}
