import { useTranslation } from 'react-i18next';
import { formatYuan } from '#shared/base/money.ts';
import { useItemNumber } from './item-number.ts';
import { LetterFrame } from './letter-frame.tsx';
import { usePaperDate } from './paper-dates.ts';
import type { SheetCommission, SheetHead, SheetItem } from './sheet-types.ts';
import { TypedText } from './typed-text.tsx';

/** Chinese numerals for headings: 一, 二, ... 十九; digits beyond. */
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** The number of a heading in the language of the paper. */
export function useHeadingNumber(): (index: number) => string {
  const { i18n } = useTranslation('print');
  return (index) => (i18n.language.startsWith('zh') ? `${numerals[index] ?? String(index + 1)}、` : `${index + 1}. `);
}

/** A commission letter (委托函) or inspection letter (协查函) as it goes out: everything the partner receives. */
export function CommissionSheet({ head, letter }: { readonly head: SheetHead; readonly letter: SheetCommission }) {
  const { t } = useTranslation('print');
  const number = useHeadingNumber();
  const date = usePaperDate();
  const sections = [
    { id: 'matter', body: <Matter letter={letter} /> },
    ...(letter.inspection === null ? [] : [{ id: 'inspection', body: <Inspection letter={letter} /> }]),
    { id: 'items', body: letter.items.map((item, index) => <Item key={item.id} item={item} index={index} />) },
    {
      id: 'basis',
      body: (
        <p>
          {letter.legalBasis.join(t('semicolon'))}
          {t('stop')}
        </p>
      ),
    },
    {
      id: 'reply',
      body: <p>{t('commission.reply', { date: date(letter.askedDate), by: t(`returnBy.${letter.returnBy}`) })}</p>,
    },
    { id: 'remarks', body: <Remarks letter={letter} /> },
  ];
  return (
    <LetterFrame
      head={head}
      title={t(`commission.title.${letter.kind}`)}
      urgency={letter.urgency}
      secrecy={letter.secrecy}
      files={letter.files}
      handlers={letter.handlers}
      department={letter.department}
      toAddress={letter.toAddress}
    >
      <p>{t(`commission.opening.${letter.kind}`)}</p>
      {sections.map((section, index) => (
        <section key={section.id}>
          <h2>
            {number(index)}
            {t(`commission.section.${section.id}`)}
          </h2>
          {section.body}
        </section>
      ))}
      <p>{t('commission.closing')}</p>
    </LetterFrame>
  );
}

function Matter({ letter }: { readonly letter: SheetCommission }) {
  const { t } = useTranslation('print');
  const date = usePaperDate();
  const { matter } = letter;
  return (
    <>
      <p>
        {[
          matter.caseNo === '' ? '' : t('commission.caseNo', { caseNo: matter.caseNo }),
          matter.cause === '' ? '' : t('commission.cause', { cause: matter.cause }),
          matter.acceptedOn === null ? '' : t(`commission.accepted.${letter.kind}`, { date: date(matter.acceptedOn) }),
          matter.limitDue === null ? '' : t(`commission.limit.${letter.kind}`, { date: date(matter.limitDue) }),
        ]
          .filter((part) => part !== '')
          .join(t('comma'))}
        {t('stop')}
      </p>
      {matter.parties.map((party, index) => (
        <p key={`${party.name}${index}`}>{t('commission.party', party)}</p>
      ))}
    </>
  );
}

function Inspection({ letter }: { readonly letter: SheetCommission }) {
  const { t } = useTranslation('print');
  const { inspection } = letter;
  if (inspection === null) return null;
  const lines = [
    ['suspected', inspection.suspected],
    ['workers', inspection.workers === 0 ? '' : String(inspection.workers)],
    ['amount', inspection.amountFen === null ? '' : formatYuan(inspection.amountFen)],
    ['powers', inspection.powers],
    ['registeredPlace', inspection.registeredPlace],
    ['workPlace', inspection.workPlace],
  ] as const;
  return (
    <>
      {lines
        .filter(([, value]) => value !== '')
        .map(([key, value]) => (
          <p key={key}>{t(`inspection.${key}`, { value })}</p>
        ))}
      <p>{t(inspection.siteCheck ? 'inspection.siteCheck' : 'inspection.noSiteCheck')}</p>
    </>
  );
}

function Item({ item, index }: { readonly item: SheetItem; readonly index: number }) {
  const { t } = useTranslation('print');
  const number = useItemNumber();
  const { object } = item;
  const facts = (['relation', 'idNo', 'uscc', 'phone', 'address'] as const)
    .filter((key) => object[key] !== '')
    .map((key) => t(`object.${key}`, { value: object[key] }));
  return (
    <>
      <h3>{t('commission.itemHead', { n: number(index + 1), kind: t(`itemKind.${item.kind}`), name: object.name })}</h3>
      {facts.length === 0 ? null : (
        <p>
          {facts.join(t('comma'))}
          {t('stop')}
        </p>
      )}
      <TypedText before={t('commission.questions')} text={item.questions} />
      {item.proves === '' ? null : <TypedText before={t('commission.proves')} text={item.proves} />}
      <p>{t('commission.form', { form: t(`evidenceForm.${item.form}`) })}</p>
    </>
  );
}

function Remarks({ letter }: { readonly letter: SheetCommission }) {
  const { t } = useTranslation('print');
  return (
    <>
      <p>
        {t(letter.mayAddInquiries ? 'commission.mayAdd' : 'commission.mayNotAdd')}
        {letter.recordingWanted ? t('commission.recording') : ''}
        {t('commission.free')}
      </p>
      {letter.special === '' ? null : <TypedText text={letter.special} />}
    </>
  );
}
