import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { RadioField } from '#renderer/ui/fields/choice-field.tsx';
import type { Choice } from '#renderer/ui/fields/choice-select.tsx';
import { Panel } from '#renderer/ui/page/page.tsx';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { fontSizes } from '#renderer/ui/tokens.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { type Office, WithOffice } from './with-office.tsx';

const themes = ['system', 'light', 'dark'] as const;

/** 显示: language, light or dark, size of the text. In force at once, on this device only. */
export function AppearancePart() {
  return <WithOffice>{(office) => <Appearance settings={office.settings} />}</WithOffice>;
}

function Appearance({ settings }: { readonly settings: Office['settings'] }) {
  const { t } = useTranslation('settings');
  const failureText = useFailureText();
  const [failure, setFailure] = useState<Failure>();
  const [set] = useAct('office.setSettings');
  const change = async (input: CallInput<'office.setSettings'>): Promise<void> => {
    const reply = await set(input);
    setFailure(reply.ok ? undefined : reply.failure);
  };
  return (
    <Panel title={t('appearance.title')} padded>
      <p className="settings-why">{t('appearance.why')}</p>
      <div className="form-grid">
        <Radios
          label={t('appearance.language')}
          value={settings.language}
          choices={[
            { value: 'zh-CN', label: t('appearance.languages.zh') },
            { value: 'en', label: t('appearance.languages.en') },
          ]}
          onChange={(language) => void change({ language })}
        />
        <Radios
          label={t('appearance.theme')}
          value={settings.theme}
          choices={themes.map((value) => ({ value, label: t(`appearance.themes.${value}`) }))}
          onChange={(theme) => void change({ theme })}
        />
        <Radios
          label={t('appearance.fontSize')}
          value={`${settings.fontSize}`}
          choices={fontSizes.map((size) => ({ value: `${size}`, label: t(`appearance.fontSizes.${size}`) }))}
          onChange={(chosen) => {
            const fontSize = fontSizes.find((size) => `${size}` === chosen);
            if (fontSize !== undefined) void change({ fontSize });
          }}
        />
      </div>
      {failure === undefined ? null : (
        <Notice tone="red" role="alert">
          {failureText(failure)}
        </Notice>
      )}
    </Panel>
  );
}

/** A choice that is carried out when it is made. */
function Radios<V extends string>(props: {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly Choice<V>[];
  readonly onChange: (value: V) => void;
}) {
  return (
    <RadioField
      label={props.label}
      whole
      choices={props.choices}
      bound={{ path: props.label, value: props.value, set: props.onChange }}
    />
  );
}
