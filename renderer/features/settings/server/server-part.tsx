import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { type KeptDraft, useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { ProseField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { SavedLine } from '../saved-line.tsx';
import { type Rounds, useRounds } from '../saved-rounds.ts';
import { ServerKey } from './server-key.tsx';
import { readTyped, type Typed } from './server-typed.ts';
import { TryButton, TrySaid, useTryServer } from './try-server.tsx';

type Server = CallOutput<'server.get'>;

/** 交换服务器: where this office exchanges over the network, and the key it is known by there. */
export function ServerPart() {
  const { t } = useTranslation('server');
  const { last, failure, again } = useAsk('server.get', {});
  return (
    <PageState value={last} failure={failure} onAgain={again}>
      {(server) => (
        <>
          {server.mayChange ? null : <Notice tone="blue">{t('headOnly')}</Notice>}
          <ServerKey server={server} />
          {server.mayChange ? <Settings server={server} /> : <Addresses server={server} />}
        </>
      )}
    </PageState>
  );
}

function Addresses({ server }: { readonly server: Server }) {
  const { t } = useTranslation('server');
  return (
    <Panel title={t('addresses')} padded>
      {server.addresses.length === 0 ? <p className="soft">{t('none')}</p> : null}
      {server.addresses.map((address) => (
        <p key={address} className="settings-mono">
          {address}
        </p>
      ))}
    </Panel>
  );
}

function Settings({ server }: { readonly server: Server }) {
  const rounds = useRounds<Typed>({ addresses: server.addresses.join('\n'), credentials: '', ca: '' });
  return <SettingsForm key={rounds.round} rounds={rounds} server={server} />;
}

/** The credentials typed here are a secret and are kept in no draft; they come back empty. */
function useDraftWithoutSecret(title: string): KeptDraft {
  const store = useDraftStore('settings.server', title);
  return useMemo(() => {
    const bare = (text: string): string =>
      JSON.stringify(JSON.parse(text), (key, value: unknown) => (key === 'credentials' ? '' : value));
    return { ...store, save: (text) => store.save(bare(text)) };
  }, [store]);
}

function SettingsForm({ rounds, server }: { readonly rounds: Rounds<Typed>; readonly server: Server }) {
  const { t } = useTranslation('server');
  const [set] = useAct('server.set');
  const drafts = useDraftWithoutSecret(t('title'));
  const form = useForm<Typed>({
    initial: rounds.initial,
    drafts,
    validate: () => [],
    submit: async (typed) => {
      const reply = await set(readTyped(typed));
      if (!reply.ok) return reply.failure;
      await drafts.discard();
      rounds.done({ ...typed, credentials: '', ca: '' });
      return undefined;
    },
  });
  const trying = useTryServer(form.now);
  return (
    <FormShell form={form} label={t('title')} submitText={t('save')} acts={<TryButton trying={trying} />}>
      <TrySaid trying={trying} />
      <section className="form-group">
        <h2>{t('title')}</h2>
        <p className="settings-why">{t('what')}</p>
        <ProseField
          label={t('addresses')}
          hint={t('addressesHint')}
          bound={part(form.root, 'addresses')}
          max={3000}
          rows={2}
        />
        <ProseField
          label={t('credentials')}
          hint={t(server.key === null ? 'credentialsHint' : 'credentialsKept')}
          bound={part(form.root, 'credentials')}
          rows={2}
        />
        <ProseField
          label={t('ca')}
          hint={t(server.hasCa ? 'caKept' : 'caHint')}
          bound={part(form.root, 'ca')}
          max={200_000}
          rows={2}
        />
      </section>
      <SavedLine shown={rounds.saved} />
    </FormShell>
  );
}
