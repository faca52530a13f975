import { err, ok } from '#shared/base/result.ts';
import { refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { actOn } from './act-on.ts';
import { cleanText } from './typed-text.ts';

/** Papers sent out or come back, with the carrier's number. Coming back means everything that is out unless ids are named. */
export const moveOriginals: Handler<'request.originals'> = (context, { request, on, move, ids, carrierNo, text }) =>
  actOn(context, { request, on, side: 'both', kind: 'originals' }, (_tx, { state, side, r, e }) => {
    const out = state.originals.filter((one) => one.out !== null && one.back === null).map((one) => one.id);
    const fresh = `${side}${(side === 'r' ? r : e).length + 1}`;
    const named = move === 'out' ? [fresh] : ids.length > 0 ? ids.filter((id) => out.includes(id)) : out;
    if (named.length === 0) return err(refused('request.no-originals-out'));
    const [words, carrier] = [cleanText(text, 'text'), cleanText(carrierNo, 'carrierNo')];
    if (!words.ok) return words;
    if (!carrier.ok) return carrier;
    return ok({
      facts: { move, ids: named, carrierNo: carrier.value === '' ? null : carrier.value },
      content: { text: words.value },
    });
  });
