import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { SecretField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { DoorPage } from './door-page.tsx';
import { RecoverPage } from './recover-page.tsx';

/** Whole seconds that are left of `seconds`, counted down on this screen from the moment they were said. */
function useCountdown(seconds: number): readonly [left: number, say: (seconds: number) => void] {
  const [until, setUntil] = useState(() => Date.now() + seconds * 1000);
  const [now, setNow] = useState(() => Date.now());
  const left = Math.max(0, Math.ceil((until - now) / 1000));
  useEffect(() => {
    if (left === 0) return undefined;
    const timer = window.setTimeout(() => {
      setNow(Date.now());
    }, 250);
    return () => {
      window.clearTimeout(timer);
    };
  }, [left, now]);
  return [
    left,
    (next) => {
      setNow(Date.now());
      setUntil(Date.now() + next * 1000);
    },
  ];
}

/** Asks for the passphrase; wrong ones are slowed down, nothing is ever wiped, and the recovery key opens too. */
export function UnlockPage({ status }: { readonly status: CallOutput<'session.status'> }) {
  const { t } = useTranslation('session');
  const [unlock] = useAct('session.unlock');
  const [recovering, setRecovering] = useState(status.custody === 'keychain');
  const [left, wait] = useCountdown(status.waitSeconds);
  const form = useForm({
    initial: { passphrase: '' },
    validate: ({ passphrase }) =>
      passphrase === '' ? [{ path: 'passphrase', level: 'error', text: t('unlock.missing') }] : [],
    submit: async ({ passphrase }) => {
      const reply = await unlock({ passphrase });
      if (reply.ok) return undefined;
      wait(Number(reply.failure.facts?.['seconds'] ?? 0));
      return reply.failure;
    },
  });
  if (recovering) {
    return (
      <RecoverPage
        keychain={status.custody === 'keychain'}
        onBack={() => {
          setRecovering(false);
        }}
      />
    );
  }
  return (
    <DoorPage title={t('unlock.title')} text={t('unlock.text')}>
      <FormShell
        form={form}
        label={t('unlock.title')}
        submitText={t('unlock.submit')}
        acts={<Button onClick={() => setRecovering(true)}>{t('unlock.recover')}</Button>}
      >
        <section className="form-group">
          <SecretField label={t('passphrase.label')} required autoFocus bound={part(form.root, 'passphrase')} />
        </section>
        {left === 0 ? null : (
          <Notice tone="amber" role="status">
            {t('unlock.wait', { seconds: left })}
          </Notice>
        )}
      </FormShell>
    </DoorPage>
  );
}
