import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { type Bound, members, part } from '#renderer/ui/form/bound.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { CommissionLetter } from '#shared/contract/letter.ts';
import { asList } from '../bound-list.ts';

/** The case as far as the partner needs it: begun from the file, everything may be changed or taken out. */
export function LetterMatter(props: { readonly bound: Bound<CommissionLetter['matter']>; readonly today: LocalDate }) {
  const { t } = useTranslation('request');
  const { bound, today } = props;
  const parties = members(asList(part(bound, 'parties')));
  return (
    <>
      <div className="form-grid">
        <TextField label={t('matter.caseNo')} bound={part(bound, 'caseNo')} max={100} />
        <TextField label={t('matter.cause')} bound={part(bound, 'cause')} />
        <DateField label={t('matter.acceptedOn')} bound={part(bound, 'acceptedOn')} today={today} />
        <DateField
          label={t('matter.limitDue')}
          bound={part(bound, 'limitDue')}
          today={today}
          hint={t('matter.limitHint')}
        />
      </div>
      <fieldset className="rows">
        <legend className="field-label">{t('matter.parties')}</legend>
        {parties.items.map((party, index) => (
          <div key={party.path} className="row-grid party">
            <TextField label={t('matter.role')} bound={part(party, 'role')} max={40} />
            <TextField label={t('matter.name')} bound={part(party, 'name')} />
            <Button
              type="text"
              aria-label={t('row.removeOf', { name: party.value.name })}
              onClick={() => {
                parties.remove(index);
              }}
            >
              {t('row.remove')}
            </Button>
          </div>
        ))}
        <Button
          onClick={() => {
            parties.add({ role: '', name: '' });
          }}
        >
          {t('matter.addParty')}
        </Button>
      </fieldset>
    </>
  );
}
