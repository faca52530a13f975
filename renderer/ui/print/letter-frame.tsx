import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Paper } from './paper.tsx';
import { usePaperDate } from './paper-dates.ts';
import type { SheetFile, SheetHead, SheetPerson } from './sheet-types.ts';

/**
 * An office's name in full, with its region in front. What the name itself begins with of the region ('吴江区…' or
 * '苏州市吴江区…' after '江苏省苏州市吴江区') is not said twice.
 */
export function fullName(office: { readonly name: string; readonly regionName: string }): string {
  const { name, regionName } = office;
  for (let from = 0; from < regionName.length - 1; from += 1) {
    if (name.startsWith(regionName.slice(from))) return `${regionName.slice(0, from)}${name}`;
  }
  return `${regionName}${name}`;
}

/**
 * The letter form of GB/T 9704 (信函格式): issuer in red over a double rule, number at the right, title, addressee, body,
 * enclosures, and the signature with room for the seal. A letter without a number says that it is not signed yet.
 */
export function LetterFrame(props: {
  readonly head: SheetHead;
  readonly title: string;
  readonly urgency?: 'normal' | 'urgent' | 'critical';
  readonly secrecy?: 'none' | 'work-secret';
  readonly files: readonly SheetFile[];
  readonly handlers: readonly SheetPerson[];
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('print');
  const date = usePaperDate();
  const { head } = props;
  return (
    <Paper label={props.title} form="letter">
      <div className="letter-issuer">{fullName(head.from)}</div>
      <div className="letter-rule" />
      <div className="letter-marks">
        <span className="urgent">
          {props.secrecy === 'work-secret' ? `${t('secrecy.work-secret')} ` : ''}
          {props.urgency === undefined || props.urgency === 'normal' ? '' : t(`urgency.${props.urgency}`)}
        </span>
        <span className="unbroken">{head.number ?? t('letter.unsigned')}</span>
      </div>
      <h1 className="letter-title">{props.title}</h1>
      <p className="flush">{t('letter.to', { name: fullName(head.to) })}</p>
      {props.children}
      <Enclosures files={props.files} />
      <div className="letter-sign">
        <p>{fullName(head.from)}</p>
        <p>{head.signedOn === null ? t('letter.undated') : date(head.signedOn)}</p>
        <p className="small screen-only">{t('letter.seal')}</p>
      </div>
      <Contacts head={head} handlers={props.handlers} />
    </Paper>
  );
}

function Enclosures({ files }: { readonly files: readonly SheetFile[] }) {
  const { t } = useTranslation('print');
  if (files.length === 0) return null;
  return (
    <div className="letter-enclosures">
      {files.map((file, index) => (
        <p key={`${file.name}${index}`}>
          {index === 0 ? t('letter.enclosures') : ''}
          {t('letter.enclosure', { n: index + 1, name: file.name })}
          {file.pages > 0 ? t('letter.pages', { n: file.pages }) : ''}
        </p>
      ))}
    </div>
  );
}

function Contacts({ head, handlers }: { readonly head: SheetHead; readonly handlers: readonly SheetPerson[] }) {
  const { t } = useTranslation('print');
  const people = handlers
    .map((person) => {
      const card = person.cardNo === '' ? '' : t('letter.card', { card: person.cardNo });
      return `${person.name}${card} ${person.phone}`.trim();
    })
    .join(t('list'));
  return (
    <div className="letter-contacts">
      {people === '' ? null : <p>{t('letter.handlers', { people })}</p>}
      <p>{t('letter.address', { address: head.from.address, postcode: head.from.postcode, phone: head.from.phone })}</p>
    </div>
  );
}
