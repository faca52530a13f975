import { useTranslation } from 'react-i18next';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { SelectField } from '#renderer/ui/fields/choice-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { type Bound, part } from '#renderer/ui/form/bound.ts';
import { DraftLine } from '#renderer/ui/form/draft-line.tsx';
import { type Kept, useKept } from '#renderer/ui/form/use-kept.ts';
import { IntroductionSheet } from '#renderer/ui/print/introduction-sheet.tsx';
import { LetterLanguage } from '#renderer/ui/print/letter-language.tsx';
import { requestKind } from '#shared/domain/assist/kinds/request-kinds.ts';
import { objectsOf, textOf } from '../content.ts';
import { type HandlerValue, named } from '../fields/handlers-field.tsx';
import { useRequestNames } from '../names.ts';
import type { RequestView } from '../page/view.ts';
import { type PaperProps, RecordedPreview } from './recorded-preview.tsx';

type Choice = { readonly addressee: string | null; readonly purpose: string; readonly days: string };

/** Our own handlers: those of the letter when we asked, those who took the work on when we were asked. */
function ownHandlers(view: RequestView): readonly HandlerValue[] {
  if (view.row.direction === 'out') return named(view.commission?.handlers ?? []);
  const taken = view.timeline.findLast((item) => item.kind === 'accept' || item.kind === 'assign');
  return objectsOf(taken?.content, 'handlers').map((one) => ({
    ...{ name: textOf(one, 'name'), cardNo: textOf(one, 'cardNo'), phone: textOf(one, 'phone') },
  }));
}

/** What is chosen for the paper, kept until it was printed. */
function useChoice({ row }: RequestView, number: string, first: string | null): Kept<Choice> {
  const { t } = useTranslation('request');
  const names = useRequestNames();
  return useKept<Choice>(
    {
      addressee: first,
      // The letter is in Chinese whatever the page speaks.
      purpose: requestKind(row.kind)?.name.zh ?? names.kind(row.kind),
      days: '7',
    },
    useDraftStore(`request.introduction:${row.id}`, t('print.introductionDraft', { number })),
  );
}

/** 介绍信 for two handlers of this office, to one of those whom the request is about. */
export function IntroductionPaper({ view, onBack }: PaperProps) {
  const { t } = useTranslation('request');
  const today = useToday();
  const office = useAsk('office.get', {}).last;
  const objects = [...new Set((view.commission?.items ?? []).map((item) => item.object.name))];
  const number = view.row.number ?? view.row.id;
  const kept = useChoice(view, number, objects[0] ?? null);
  const choice = kept.value;
  if (office === undefined) return null;
  const { name, regionName, address, postcode, phone, uscc } = office;
  const from = { name, regionName, address, postcode, phone, uscc };
  const to = { name: choice.addressee ?? '', regionName: '' };
  const bound: Bound<Choice> = { path: '', value: choice, set: kept.set };
  return (
    <RecordedPreview
      what="introduction"
      about={number}
      onBack={onBack}
      onPrinted={kept.done}
      before={
        <>
          <DraftLine draft={kept.draft} alone />
          <div className="form-grid">
            <SelectField
              label={t('print.addressee')}
              bound={part(bound, 'addressee')}
              choices={objects.map((object) => ({ value: object, label: object }))}
            />
            <TextField label={t('print.purpose')} bound={part(bound, 'purpose')} max={60} />
            <TextField label={t('print.days')} bound={part(bound, 'days')} max={2} />
          </div>
        </>
      }
    >
      <LetterLanguage>
        <IntroductionSheet
          head={{ from, to, number: null, signedBy: null, signedOn: null }}
          addressee={choice.addressee ?? ''}
          persons={ownHandlers(view)}
          purpose={choice.purpose}
          days={Number(/^\d{1,2}$/.exec(choice.days)?.[0] ?? 7)}
          on={today}
        />
      </LetterLanguage>
    </RecordedPreview>
  );
}
