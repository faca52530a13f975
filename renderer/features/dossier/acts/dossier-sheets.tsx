import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '#renderer/ui/dialog/sheet.tsx';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { stepOf } from '#shared/domain/dossier/steps/all-steps.ts';
import { MarkCollectiveForm } from '../collective/mark-form.tsx';
import { RepresentForm } from '../collective/represent-form.tsx';
import { JoinForm } from '../joining/join-form.tsx';
import { PartForm, StrikeJoiningForm } from '../joining/part-form.tsx';
import { SeparateForm } from '../joining/separate-form.tsx';
import type { Shown } from '../page/dossier-page.tsx';
import { useActAddress } from '../page/use-act-address.ts';
import { AcceptForm } from './accept-form.tsx';
import { AgentEndForm } from './agent-end-form.tsx';
import { AgentForm } from './agent-form.tsx';
import { AmendForm } from './amend-form.tsx';
import { ClaimAddForm, ClaimAmendForm } from './claim-form.tsx';
import { ClockForm } from './clock-form.tsx';
import { CloseForm } from './close-form.tsx';
import { CorrectForm } from './correct-form.tsx';
import { LimitForm } from './limit-form.tsx';
import { LinkForm } from './link-form.tsx';
import { PartyAddForm, PartyAmendForm } from './party-form.tsx';
import { PartyPasteForm } from './party-paste-form.tsx';
import { StepForm } from './step-form.tsx';
import { WithdrawForm } from './withdraw-form.tsx';

/** What a form over a file's page is given. */
export type ActProps = Shown & { readonly onDone: () => void; readonly about: readonly string[] };

const forms = {
  'dossier.accept': AcceptForm,
  'dossier.close': CloseForm,
  'dossier.step': StepForm,
  'dossier.correct': CorrectForm,
  'dossier.link': LinkForm,
  'dossier.join': JoinForm,
  'collective.mark': MarkCollectiveForm,
  'collective.represent': RepresentForm,
  'dossier.part': PartForm,
  'dossier.separate': SeparateForm,
  'dossier.strikeJoining': StrikeJoiningForm,
  'dossier.amend': AmendForm,
  'party.add': PartyAddForm,
  'party.amend': PartyAmendForm,
  'agent.set': AgentForm,
  'agent.end': AgentEndForm,
  'party.paste': PartyPasteForm,
  'claim.add': ClaimAddForm,
  'claim.amend': ClaimAmendForm,
  'clock.record': ClockForm,
  'clock.start': LimitForm,
  'clock.withdraw': WithdrawForm,
} as const;

type FormName = keyof typeof forms;
const isForm = (name: string): name is FormName => Object.hasOwn(forms, name);

/** The form the address names, over the page; Esc leaves with the draft kept. */
export function DossierSheets(shown: Shown) {
  const { act, close } = useActAddress();
  const title = useTitle(shown);
  const name = act !== undefined && isForm(act.form) ? act.form : undefined;
  const Form = name === undefined ? undefined : forms[name];
  useLandingFocus(name);
  return (
    <Sheet
      wide
      open={name !== undefined}
      title={name === undefined ? '' : title(name, act?.about ?? [])}
      onClose={close}
    >
      <div className="sheet-body act-sheet">
        {Form === undefined ? null : (
          <Form key={act?.about.join(':')} {...shown} about={act?.about ?? []} onDone={close} />
        )}
      </div>
    </Sheet>
  );
}

/** The button that opened a form may be gone when the form is done; the page then takes the focus, not nothing. */
function useLandingFocus(open: FormName | undefined): void {
  useEffect(() => {
    if (open !== undefined) return undefined;
    const frame = window.requestAnimationFrame(() => {
      const at = document.activeElement;
      if (at === null || at === document.body) document.getElementById('page')?.focus();
    });
    return () => {
      window.cancelAnimationFrame(frame);
    };
  }, [open]);
}

/** Forms whose title says nothing of what they are about. */
const simpleForms = [
  ...(['party.paste', 'dossier.join', 'dossier.part', 'dossier.strikeJoining', 'dossier.separate'] as const),
  ...(['collective.mark', 'collective.represent'] as const),
] as const;
type SimpleForm = (typeof simpleForms)[number];
const isSimple = (form: FormName): form is SimpleForm => simpleForms.some((one) => one === form);

function useSimpleTitles(): Readonly<Record<SimpleForm, string>> {
  const { t: members } = useTranslation('members');
  const { t: joining } = useTranslation('joining');
  const { t: collective } = useTranslation('collective');
  return {
    'party.paste': members('paste.open'),
    'dossier.join': joining('join.open'),
    'dossier.part': joining('part.open'),
    'dossier.separate': joining('separate.open'),
    'dossier.strikeJoining': joining('strike.open'),
    'collective.mark': collective('mark.open'),
    'collective.represent': collective('represent.open'),
  };
}

function useTitle({ view }: Shown): (form: FormName, about: readonly string[]) => string {
  const { t } = useTranslation('dossier');
  const { t: tAgent } = useTranslation('agent');
  const { t: tClock } = useTranslation('clock');
  const bilingual = useBilingual();
  const { side, status } = view.row;
  const simple = useSimpleTitles();
  return (form, about) => {
    if (isSimple(form)) return simple[form];
    switch (form) {
      case 'dossier.accept':
        return t(`accept.open.${side}`);
      case 'dossier.close':
        return t(status === 'received' ? 'close.openReject' : 'close.open');
      case 'dossier.step': {
        const step = stepOf(about[0] ?? '');
        return step === undefined ? '' : bilingual(step.name);
      }
      case 'dossier.link':
        return t('link.open');
      case 'dossier.correct': {
        const wrong = view.life.steps.find(({ id }) => id === about.join(':'));
        const name = stepOf(wrong?.code ?? '')?.name;
        return name === undefined
          ? t('step.correct')
          : t('step.correctOf', { name: bilingual(name), date: wrong?.on ?? '' });
      }
      case 'dossier.amend':
        return t('amend.open');
      case 'party.add':
        return t('party.add');
      case 'party.amend':
        return t('party.amend');
      case 'agent.set':
        return tAgent('open');
      case 'agent.end':
        return tAgent('endOpen');
      case 'claim.add':
        return t(`claim.add.${side}`);
      case 'claim.amend':
        return t(`claim.amend.${side}`);
      case 'clock.start':
        return t('limit.add');
      case 'clock.withdraw':
        return tClock('open');
      case 'clock.record':
        return t(`clock.act.${(about[1] ?? '').replaceAll('-', '_')}`);
    }
  };
}
