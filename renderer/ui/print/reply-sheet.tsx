import { useTranslation } from 'react-i18next';
import { useHeadingNumber } from './commission-sheet.tsx';
import { useItemNumber } from './item-number.ts';
import { LetterFrame } from './letter-frame.tsx';
import { usePaperDate } from './paper-dates.ts';
import type { SheetHead, SheetItem, SheetReply } from './sheet-types.ts';
import { TypedText } from './typed-text.tsx';

/** A reply letter (回函, 协查回函): to which letter, when it came, what was done per item, what was tried where nothing was found. */
export function ReplySheet(props: {
  readonly head: SheetHead;
  readonly reply: SheetReply;
  /** Kind of the request answered, for the title. */
  readonly kind: string;
  /** Number and date of receipt of the letter answered. */
  readonly answers: { readonly number: string | null; readonly receivedOn: string | null };
  /** The items asked for, to name them. */
  readonly items: readonly SheetItem[];
}) {
  const { t } = useTranslation('print');
  const number = useHeadingNumber();
  const date = usePaperDate();
  const { reply } = props;
  const sections = [
    ...(reply.course === '' ? [] : [{ id: 'course', body: <TypedText text={reply.course} /> }]),
    { id: 'results', body: reply.items.map((item, index) => <Result key={item.item} {...props} at={index} />) },
    ...(reply.needsMore === '' ? [] : [{ id: 'needsMore', body: <TypedText text={reply.needsMore} /> }]),
  ];
  return (
    <LetterFrame
      head={props.head}
      title={t(`reply.title.${props.kind}`)}
      files={reply.files}
      handlers={reply.handlers}
      department={reply.department}
    >
      <p>
        {t('reply.opening', {
          number: props.answers.number ?? t('reply.noNumber'),
          date: date(props.answers.receivedOn),
        })}
      </p>
      {sections.map((section, index) => (
        <section key={section.id}>
          <h2>
            {number(index)}
            {t(`reply.section.${section.id}`)}
          </h2>
          {section.body}
        </section>
      ))}
      <p>{t('reply.closing')}</p>
    </LetterFrame>
  );
}

function Result(props: { readonly reply: SheetReply; readonly items: readonly SheetItem[]; readonly at: number }) {
  const { t } = useTranslation('print');
  const date = usePaperDate();
  const number = useItemNumber();
  const result = props.reply.items[props.at];
  if (result === undefined) return null;
  const asked = props.items.find((item) => item.id === result.item);
  return (
    <>
      <h3>
        {t('reply.itemHead', {
          n: number(props.at + 1),
          kind: asked === undefined ? '' : t(`itemKind.${asked.kind}`),
          name: asked?.object.name ?? '',
          outcome: t(`outcome.${result.outcome}`),
        })}
      </h3>
      {result.text === '' ? null : <TypedText text={result.text} />}
      {result.attempts.map((attempt, index) => (
        <p key={`${attempt.on}${index}`}>
          {t('reply.attempt', { n: index + 1, date: date(attempt.on), text: attempt.text })}
        </p>
      ))}
      {result.evidence.map((evidence, index) => (
        <p key={`${evidence.name}${index}`}>
          {t('reply.evidence', {
            n: index + 1,
            name: evidence.name,
            form: t(evidence.original ? 'reply.original' : 'reply.copy'),
            pages: evidence.pages,
            count: evidence.pages,
          })}
        </p>
      ))}
    </>
  );
}
