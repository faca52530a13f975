import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { client } from '#renderer/app/api/client.ts';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { useWork } from '#renderer/app/api/use-work.ts';
import { FolderField } from '#renderer/ui/fields/folder-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { byteSize } from '#renderer/ui/format/byte-size.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { WorkBar } from '#renderer/ui/state/work-bar.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { type Rounds, useRounds } from '../saved-rounds.ts';

type Made = Pick<CallOutput<'backup.make'>, 'path' | 'bytes'>;
type Data = { readonly folder: string };

/** 备份: writes a checked copy into a folder, and says how it is brought back. */
export function BackupPart() {
  const { t } = useTranslation('settings');
  const status = useAsk('session.status', {}).last;
  const rounds = useRounds<Data>({ folder: '' });
  const [made, setMade] = useState<Made>();
  return (
    <>
      {status?.sample === true ? <Notice tone="violet">{t('backup.sample')}</Notice> : null}
      {status?.recoveryKeyUnconfirmed === true && !status.sample ? (
        <Notice tone="amber">
          {t('backup.unconfirmed')} <a href={addresses.settingsPart('keys')}>{t('backup.toKeys')}</a>
        </Notice>
      ) : null}
      <BackupForm key={rounds.round} rounds={rounds} onMade={setMade} />
      {made === undefined ? null : <MadeLine made={made} />}
      <div className="settings-result">
        <Panel title={t('backup.restore')} padded>
          <p>{t('backup.restoreWhat')}</p>
        </Panel>
      </div>
    </>
  );
}

function BackupForm(props: { readonly rounds: Rounds<Data>; readonly onMade: (made: Made | undefined) => void }) {
  const { t } = useTranslation('settings');
  const [make] = useAct('backup.make');
  const { work, cancel } = useWork('backup');
  const drafts = useDraftStore('settings.backup', t('backup.draft'));
  const look = useCallback((under: string) => client().call('courier.places', { under }), []);
  const form = useForm<Data>({
    initial: props.rounds.initial,
    validate: ({ folder }) =>
      folder.trim() === '' ? [{ path: 'folder', level: 'error', text: t('backup.noFolder') }] : [],
    drafts,
    submit: async ({ folder }) => {
      props.onMade(undefined);
      const reply = await make({ folder: folder.trim() });
      if (!reply.ok) return reply.failure;
      await drafts.discard();
      props.onMade(reply.value);
      props.rounds.done({ folder });
      return undefined;
    },
  });
  return (
    <div className="settings-inner-form">
      <FormShell form={form} label={t('backup.title')} submitText={t('backup.submit')}>
        <section className="form-group">
          <h2>{t('backup.title')}</h2>
          <p className="settings-why">{t('backup.what')}</p>
          <FolderField
            label={t('backup.folder')}
            hint={t('backup.folderHint')}
            required
            look={look}
            bound={part(form.root, 'folder')}
          />
        </section>
        {form.running ? (
          <>
            <Notice tone="blue" role="status">
              {t('backup.running')}
            </Notice>
            <WorkBar label={t('backup.title')} work={work} onCancel={cancel} />
          </>
        ) : null}
      </FormShell>
    </div>
  );
}

function MadeLine({ made }: { readonly made: Made }) {
  const { t } = useTranslation('settings');
  return (
    <div className="settings-result">
      <Notice tone="green" role="status">
        <p>{t('backup.done')}</p>
        <dl className="settings-facts">
          <div>
            <dt>{t('backup.path')}</dt>
            <dd className="settings-mono">{made.path}</dd>
          </div>
          <div>
            <dt>{t('backup.size')}</dt>
            <dd>{byteSize(made.bytes)}</dd>
          </div>
        </dl>
      </Notice>
    </div>
  );
}
