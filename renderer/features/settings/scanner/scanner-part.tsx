import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '#renderer/app/api/client.ts';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { FolderField } from '#renderer/ui/fields/folder-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import { SavedLine } from '../saved-line.tsx';
import { type Rounds, useRounds } from '../saved-rounds.ts';

type Data = { readonly folder: string };

/** 扫描文件夹: where the scanner of this device puts its files. */
export function ScannerPart() {
  const { last, failure, again } = useAsk('scanner.get', {});
  return (
    <PageState value={last} failure={failure} onAgain={again}>
      {({ folder }) => <Folder folder={folder} />}
    </PageState>
  );
}

function Folder({ folder }: Data) {
  const rounds = useRounds<Data>({ folder });
  return <FolderForm key={rounds.round} rounds={rounds} />;
}

function FolderForm({ rounds }: { readonly rounds: Rounds<Data> }) {
  const { t } = useTranslation('settings');
  const [set] = useAct('scanner.setFolder');
  const drafts = useDraftStore('settings.scanner', t('scanner.draft'));
  const look = useCallback((under: string) => client().call('courier.places', { under }), []);
  const form = useForm<Data>({
    initial: rounds.initial,
    validate: () => [],
    drafts,
    submit: async ({ folder }) => {
      const reply = await set({ folder: folder.trim() });
      if (!reply.ok) return reply.failure;
      await drafts.discard();
      rounds.done({ folder: folder.trim() });
      return undefined;
    },
  });
  return (
    <FormShell form={form} label={t('scanner.title')} submitText={t('scanner.submit')}>
      <section className="form-group">
        <h2>{t('scanner.title')}</h2>
        <p className="settings-why">{t('scanner.what')}</p>
        <FolderField
          label={t('scanner.folder')}
          hint={t('scanner.folderHint')}
          look={look}
          bound={part(form.root, 'folder')}
        />
      </section>
      <SavedLine shown={rounds.saved && form.draft.news === undefined} />
    </FormShell>
  );
}
