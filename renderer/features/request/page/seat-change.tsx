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

/**
 * Says who can do the step a letter waits for when the person at the desk may not, and lets that person sit down:
 * drafting, examining, signing and sealing are each done by another person.
 */
export function SeatChange({ view, paper }: { readonly view: RequestView; readonly paper: PaperView }) {
  const { t } = useTranslation('request');
  const office = useAsk('office.get', {}).last;
  const [actAs] = useAct('person.actAs');
  const [failure, setFailure] = useState<Failure>();
  const { next } = paper;
  if (office === undefined || next === 'none' || next === 'back' || next === 'moot' || view.may.includes(next))
    return null;
  const earlier = new Set(
    paper.steps.filter((step) => step.holds && step.step !== next && next !== 'send').map((step) => step.person),
  );
  const fit = office.people.filter(
    (person) => person.id !== office.me.id && hasRoleFor(next, person).ok && !earlier.has(person.name),
  );
  const able = next === 'review' ? withSignerLeft(fit, office.people, earlier) : fit;
  return (
    <div className="seat-change">
      <p className="soft">{t('seat.cannot', { name: office.me.name, step: t(`paper.step.${next}`) })}</p>
      {able.length === 0 ? (
        <p>
          {t('seat.nobody')} <a href="#/settings">{t('seat.settings')}</a>
        </p>
      ) : (
        <div className="button-line">
          {able.map((person) => (
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
      )}
      {failure === undefined ? null : (
        <Notice tone="red" role="alert">
          <FailureText failure={failure} />
        </Notice>
      )}
    </div>
  );
}
