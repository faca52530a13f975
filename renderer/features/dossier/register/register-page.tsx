import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { ChoiceSelect } from '#renderer/ui/fields/choice-select.tsx';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { PageHead } from '#renderer/ui/page/page.tsx';
import { PrintPreview } from '#renderer/ui/print/paper.tsx';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { EmptyState, PageState } from '#renderer/ui/state/page-state.tsx';
import { yearOf } from '#shared/base/local-date.ts';
import { type BookFilter, books, useBookFilter } from './book-filter.ts';
import { RegisterPaper } from './register-paper.tsx';
import { type Book, mostLines, useBook } from './use-book.ts';
import './register.css';

/** Years back that can be chosen. */
const yearsBack = 20;

/** 登记簿: the books of receipt, acceptance and closing, as they come out on paper. */
export function RegisterPage() {
  const { t } = useTranslation('dossier');
  const today = useToday();
  const navigate = useNavigate();
  const [printed] = useAct('audit.printed');
  const announce = useAnnounce();
  const failureText = useFailureText();
  const [filter, change] = useBookFilter(today);
  const book = useBook(filter);
  const title = t(`register.book.${filter.book}`);
  const record = async (): Promise<boolean> => {
    const reply = await printed({ what: 'register', about: aboutOf(filter, title, book), note: '' });
    if (!reply.ok) announce(failureText(reply.failure), 'assertive');
    return reply.ok;
  };
  return (
    <>
      <div className="screen-only">
        <PageHead title={t('register.title')} />
        <Filter filter={filter} onChange={change} thisYear={yearOf(today)} />
        <Parts filter={filter} total={book.total ?? 0} onChange={change} />
      </div>
      <PageState value={book.whole ? book : undefined} failure={book.failure} onAgain={book.again}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={t('register.empty')} />
          ) : (
            <PrintPreview onPrint={record} onBack={() => void navigate(-1)} note={t('register.paper')}>
              <RegisterPaper filter={filter} title={title} rows={rows} total={book.total ?? rows.length} />
            </PrintPreview>
          )
        }
      </PageState>
    </>
  );
}

/** What the audit says was printed: book, year, month, side and lines. */
function aboutOf({ year, month, side, part }: BookFilter, title: string, { rows, total }: Book): string {
  const when = month === 0 ? String(year) : `${year}-${month}`;
  const from = part * mostLines;
  return [title, when, ...(side === 'both' ? [] : [side]), `${from + 1}-${from + rows.length}/${total ?? 0}`].join(' ');
}

/** Which paper of a book with more lines than one takes. */
function Parts(props: {
  readonly filter: BookFilter;
  readonly total: number;
  readonly onChange: (change: Partial<BookFilter>) => void;
}) {
  const { t } = useTranslation('dossier');
  const { filter, total, onChange } = props;
  if (total <= mostLines) return null;
  const parts = Array.from({ length: Math.ceil(total / mostLines) }, (_, part) => part);
  return (
    <div className="register-filter">
      <Notice tone="amber">{t('register.over', { n: mostLines, total })}</Notice>
      <ChoiceSelect<number>
        compact
        label={t('register.part')}
        value={filter.part}
        choices={parts.map((part) => ({
          value: part,
          label: t('register.lines', { from: part * mostLines + 1, to: Math.min(total, (part + 1) * mostLines) }),
        }))}
        onChoose={(part) => {
          if (part !== null) onChange({ part });
        }}
      />
    </div>
  );
}

/** Whose numbers are shown; not there in an office without branches. */
function BranchChoice(props: { readonly value: string; readonly onChoose: (branch: string) => void }) {
  const { t } = useTranslation('dossier');
  const branches = useAsk('office.get', {}).last?.settings.branches ?? [];
  if (branches.length === 0) return null;
  return (
    <ChoiceSelect<string>
      compact
      label={t('branch.label')}
      value={props.value}
      choices={[
        { value: 'all', label: t('branch.all') },
        { value: '', label: t('branch.own') },
        ...branches.map(({ code, name }) => ({ value: code, label: name })),
      ]}
      onChoose={(branch) => props.onChoose(branch ?? 'all')}
    />
  );
}

function Filter(props: {
  readonly filter: BookFilter;
  readonly onChange: (change: Partial<BookFilter>) => void;
  readonly thisYear: number;
}) {
  const { t } = useTranslation('dossier');
  const { filter, onChange, thisYear } = props;
  const both = useAsk('office.get', {}).last?.side === 'both';
  const choice = <K extends keyof BookFilter>(
    key: K,
    label: string,
    values: readonly BookFilter[K][],
    name: (value: BookFilter[K]) => string,
  ) => (
    <ChoiceSelect<BookFilter[K]>
      compact
      label={label}
      value={filter[key]}
      choices={values.map((value) => ({ value, label: name(value) }))}
      onChoose={(value) => {
        if (value !== null) onChange({ [key]: value });
      }}
    />
  );
  const years = Array.from({ length: yearsBack }, (_, back) => thisYear - back);
  const months = Array.from({ length: 13 }, (_, month) => month);
  return (
    <div className="register-filter">
      {choice('book', t('register.which'), books, (value) => t(`register.book.${value}`))}
      {both
        ? choice('side', t('filter.side'), ['both', 'arb', 'lsi'], (value) =>
            t(value === 'both' ? 'filter.sides.all' : `side.${value}`),
          )
        : null}
      <BranchChoice value={filter.branch} onChoose={(branch) => onChange({ branch })} />
      {choice('year', t('register.year'), years.includes(filter.year) ? years : [filter.year, ...years], (value) =>
        t('register.yearOf', { year: value }),
      )}
      {choice('month', t('register.month'), months, (value) =>
        value === 0 ? t('register.wholeYear') : t('register.monthOf', { month: value }),
      )}
    </div>
  );
}
