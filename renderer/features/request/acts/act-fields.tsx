import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useToday } from '#renderer/app/api/use-today.ts';
import { RadioField, SelectField } from '#renderer/ui/fields/choice-field.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { ProseField, TextField } from '#renderer/ui/fields/text-field.tsx';
import { type Bound, members, part } from '#renderer/ui/form/bound.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { requestKind } from '#shared/domain/assist/kinds/request-kinds.ts';
import { objectsOf, textOf } from '../content.ts';
import { FilesField } from '../fields/files-field.tsx';
import { HandlersField } from '../fields/handlers-field.tsx';
import { LinesField } from '../fields/lines-field.tsx';
import { useRequestNames } from '../names.ts';
import type { RequestView } from '../page/view.ts';
import type { SheetAct } from './act-order.ts';
import type { ActSpec } from './act-specs.ts';
import type { ActPart, ActValue } from './act-value.ts';
import { ExtensionAsked } from './extension-asked.tsx';

type Props = {
  readonly bound: Bound<ActValue>;
  readonly spec: ActSpec;
  readonly act: SheetAct;
  readonly view: RequestView;
};

/** The fields of an act, in the order its form has them. */
export function ActFields(props: Props) {
  return (
    <div className="form-grid">
      {props.spec.parts.map((name) => (
        <ActField key={name} {...props} name={name} />
      ))}
    </div>
  );
}

const dates = ['on', 'promised', 'until', 'date'] as const;
const proses = ['text', 'reason'] as const;

function ActField(props: Props & { readonly name: ActPart }) {
  const { t } = useTranslation('request');
  const today = useToday();
  const { bound, spec, act, name } = props;
  const required = spec.required.includes(name);
  const date = dates.find((one) => one === name);
  if (date !== undefined) {
    return <DateField label={t(`field.${date}`)} bound={part(bound, date)} today={today} required={required} />;
  }
  const prose = proses.find((one) => one === name);
  if (prose !== undefined) {
    return (
      <ProseField label={t(`act.${act}.text`)} bound={part(bound, prose)} max={8000} rows={3} required={required} />
    );
  }
  switch (name) {
    case 'handlers':
      return (
        <div className="field whole">
          <HandlersField bound={part(bound, 'handlers')} required={required} />
        </div>
      );
    case 'files':
      return (
        <div className="field whole">
          <FilesField bound={part(bound, 'files')} label={t('files.choose')} />
        </div>
      );
    case 'carrierNo':
      return <TextField label={t('field.carrierNo')} bound={part(bound, 'carrierNo')} max={60} />;
    case 'ground':
      return <GroundField {...props} />;
    case 'items':
      return <ItemsField {...props} />;
    default:
      return <MoreFields {...props} />;
  }
}

function MoreFields(props: Props & { readonly name: ActPart }) {
  const { t } = useTranslation('request');
  const { bound, name, view } = props;
  if (name === 'move') {
    return (
      <RadioField
        label={t('field.move')}
        bound={part(bound, 'move')}
        choices={(['out', 'back'] as const).map((value) => ({ value, label: t(`move.${value}`) }))}
      />
    );
  }
  if (name === 'agree') {
    return (
      <>
        <ExtensionAsked view={view} />
        <RadioField
          label={t('field.agree')}
          bound={part(bound, 'agree')}
          choices={(['yes', 'no'] as const).map((value) => ({ value, label: t(`agree.${value}`) }))}
        />
      </>
    );
  }
  if (name === 'answers') return view.row.state === 'returned' ? <AnswersField {...props} /> : null;
  return (
    <div className="field whole">
      <LinesField
        title={t('field.defects')}
        label={(n) => t('field.defect', { n })}
        add={t('field.addDefect')}
        bound={part(bound, 'defects')}
        max={500}
        least={1}
        most={50}
      />
    </div>
  );
}

/** A ground of the kind's closed list. */
function GroundField({ bound, act, view }: Props) {
  const { t } = useTranslation('request');
  const bilingual = useBilingual();
  const kind = requestKind(view.row.kind);
  const grounds = (act === 'return' ? kind?.returnGrounds : kind?.refusalGrounds) ?? [];
  return (
    <SelectField
      label={t('field.ground')}
      bound={part(bound, 'ground')}
      choices={grounds.map((ground) => ({ value: ground.code, label: bilingual(ground), words: ground.code }))}
      placeholder={t('field.chooseGround')}
      whole
      required
    />
  );
}

/** One answer to each defect the return named. */
function AnswersField({ bound, view }: Props) {
  const { t } = useTranslation('request');
  const returned = view.timeline.findLast((item) => item.kind === 'return');
  const texts = new Map(objectsOf(returned?.content, 'defects').map((one) => [textOf(one, 'id'), textOf(one, 'text')]));
  return members(part(bound, 'answers')).items.map((answer, index) => (
    <ProseField
      key={answer.value.defect}
      label={t('field.answer', { n: index + 1, defect: texts.get(answer.value.defect) ?? '' })}
      bound={part(answer, 'text')}
      max={4000}
      rows={2}
      required
    />
  ));
}

/** The items an objection is about; none chosen means the reply as a whole. */
function ItemsField({ bound, view }: Props) {
  const { t } = useTranslation('request');
  const names = useRequestNames();
  const chosen = part(bound, 'items');
  return (
    <fieldset className="field whole rows">
      <legend className="field-label">{t('field.items')}</legend>
      {(view.commission?.items ?? []).map((item, index) => (
        <Checkbox
          key={item.id}
          checked={chosen.value.includes(item.id)}
          onChange={(event) => {
            const others = chosen.value.filter((id) => id !== item.id);
            chosen.set(event.target.checked ? [...others, item.id] : others);
          }}
        >
          {index + 1}. {names.itemKind(view.row.kind, item.kind)} {item.object.name}
        </Checkbox>
      ))}
    </fieldset>
  );
}
