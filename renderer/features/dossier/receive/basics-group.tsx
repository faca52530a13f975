import { useTranslation } from 'react-i18next';
import { useToday } from '#renderer/app/api/use-today.ts';
import { RadioField, SelectField } from '#renderer/ui/fields/choice-field.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { ProseField } from '#renderer/ui/fields/text-field.tsx';
import { type Bound, part } from '#renderer/ui/form/bound.ts';
import type { UserId } from '#shared/base/ids.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { channels } from '#shared/domain/dossier/channels.ts';
import { BranchField } from '../branch-field.tsx';
import { useDossierNames } from '../names.ts';
import { CauseField } from './cause-field.tsx';
import { type ReceiveValue, turnedTo } from './receive-value.ts';

/** When, how and for whom a file was received. */
export function BasicsGroup(props: { readonly office: CallOutput<'office.get'>; readonly bound: Bound<ReceiveValue> }) {
  const { t } = useTranslation('dossier');
  const names = useDossierNames();
  const today = useToday();
  const { bound, office } = props;
  const { side } = bound.value;
  const channel = part(bound, 'channel');
  return (
    <section className="form-group">
      <h2>{t('receive.basics')}</h2>
      <div className="form-grid receive-basics">
        {office.side === 'both' ? (
          <RadioField
            label={t('receive.side')}
            bound={{ ...part(bound, 'side'), set: (next) => bound.set(turnedTo(bound.value, next)) }}
            choices={[
              { value: 'arb', label: names.side('arb') },
              { value: 'lsi', label: names.side('lsi') },
            ]}
          />
        ) : null}
        <DateField label={t('receive.on')} required today={today} bound={part(bound, 'receivedOn')} />
        <SelectField<string>
          label={t('receive.channel')}
          choices={channels
            .filter((one) => one.sides.includes(side))
            .map(({ code }) => ({ value: code, label: names.channel(code) }))}
          bound={{ ...channel, set: (next) => channel.set(next ?? 'window') }}
        />
        <BranchField bound={part(bound, 'branch')} />
        <CauseField side={side} bound={part(bound, 'cause')} />
        <SelectField<UserId>
          label={t('receive.handler')}
          clearable
          choices={office.people
            .filter((person) => person.active)
            .map((person) => ({ value: person.id, label: person.name }))}
          bound={part(bound, 'handler')}
        />
        <ProseField label={t('receive.summary')} rows={2} bound={part(bound, 'summary')} />
      </div>
    </section>
  );
}
