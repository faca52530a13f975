import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { FailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { hasRoleFor } from '#shared/domain/paper/approval.ts';
import type { PaperView, RequestView } from './view.ts';

type Person = CallOutput<'office.get'>['people'][number];

/** Examiners after whom somebody is left to sign: offering the only signer would lead to a letter nobody can sign. */
function withSignerLeft(fit: readonly Person[], people: readonly Person[], earlier: ReadonlySet<string>) {
  const signers = people.filter((person) => hasRoleFor('sign', person).ok && !earlier.has(person.name));
  const left = fit.filter((person) => signers.some((signer) => signer.id !== person.id));
  return left.length === 0 ? fit : left;
}

/** Whether a person who may examine now is the only one left to sign, so that nobody could sign what they pass. */
function isLastSigner(me: Person['id'], people: readonly Person[], earlier: ReadonlySet<string>): boolean {
  const signers = people.filter((person) => hasRoleFor('sign', person).ok && !earlier.has(person.name));
  return signers.length === 1 && signers[0]?.id === me;
}

/**
 * Says who can do the step a letter waits for when the person at the desk may not, and lets that person sit down:
 * drafting, examining, signing and sealing are each done by another person. Says so too when the person at the desk may
 * examine and nobody would be left to sign.
 */
export function SeatChange({ view, paper }: { readonly view: RequestView; readonly paper: PaperView }) {
  const { t } = useTranslation('request');
  const office = useAsk('office.get', {}).last;
  const { next } = paper;
  if (office === undefined || next === 'none' || next === 'back' || next === 'moot') return null;
  const { me, people } = office;
  const earlier = new Set(
    paper.steps.filter((step) => step.holds && step.step !== next && next !== 'send').map((step) => step.person),
  );
  const may = view.may.includes(next);
  if (may && !(next === 'review' && isLastSigner(me.id, people, earlier))) return null;
  const fit = people.filter((one) => one.id !== me.id && hasRoleFor(next, one).ok && !earlier.has(one.name));
  const able = next === 'review' ? withSignerLeft(fit, people, earlier) : fit;
  const why = may ? 'seat.lastSigner' : 'seat.cannot';
  return (
    <div className="seat-change">
      <p className="soft">{t(why, { name: me.name, step: t(`paper.step.${next}`) })}</p>
      {able.length === 0 ? (
        <p>
          {t('seat.nobody')} {next === 'review' || next === 'sign' ? t('seat.takeBack') : null}{' '}
          <a href="#/settings">{t('seat.settings')}</a>
        </p>
      ) : (
        <Seats people={able} />
      )}
    </div>
  );
}

/** Lets one of these people sit down at this desk. */
function Seats({ people }: { readonly people: readonly Person[] }) {
  const { t } = useTranslation('request');
  const [actAs] = useAct('person.actAs');
  const [failure, setFailure] = useState<Failure>();
  return (
    <>
      <div className="button-line">
        {people.map((person) => (
          <Button
            key={person.id}
            onClick={() => {
              void actAs({ id: person.id }).then((reply) => {
                setFailure(reply.ok ? undefined : reply.failure);
              });
            }}
          >
            {t('seat.sit', { name: person.name })}
          </Button>
        ))}
      </div>
      {failure === undefined ? null : (
        <Notice tone="red" role="alert">
          <FailureText failure={failure} />
        </Notice>
      )}
    </>
  );
}
