import { findRequest } from '#electron/store/tables/requests.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { append } from '../journal/append.ts';
import { actOn } from './act-on.ts';
import { nextRegisterNumber } from './letter-numbers.ts';
import { badField } from './refusals.ts';

/** 收文登记: gives our receipt number and starts the limit; says on which day the request was stored here. */
export const registerRequest: Handler<'request.register'> = (context, { request, on }) =>
  actOn(context, { request, on, side: 'e', kind: 'register' }, (tx) => {
    const stored = findRequest(tx, request)?.storedOn;
    if (!stored) return err(notFound('request'));
    if (on < stored) return err(badField('request.day-before-begin', 'on'));
    const { number, given } = nextRegisterNumber(tx, on);
    append(tx, context, [{ kind: 'request.number-given', on, facts: { request, number, ...given } }]);
    return ok({ facts: { stored, number } });
  });
