import { Empty } from '@nats-io/transport-node';
import type { Live } from './connection.ts';
import { refusalOf, refusals } from './nats-failure.ts';

/** A number no message will ever have. */
const never = Number.MAX_SAFE_INTEGER;

/**
 * Whether something lies at a subject of another office's inbox. Nobody can look into it; but what is handed over on a
 * condition that never holds is refused with the number of what lies there, and 0 is nothing.
 */
export async function lies({ js }: Live, subject: string, timeout: number): Promise<boolean> {
  try {
    await js.publish(subject, Empty, { expect: { lastSubjectSequence: never }, timeout });
  } catch (error) {
    const refusal = refusalOf(error);
    // Handing over what is just being laid down costs the way and changes nothing.
    if (refusal?.code === refusals.wrongLastSequenceUnknown) return false;
    if (refusal?.code !== refusals.wrongLastSequence) throw error;
    return !refusal.message.endsWith(': 0');
  }
  return true;
}

/** Lays bytes down once. The server's word means that it has them, and nothing more. */
export async function layDown(
  live: Live,
  subject: string,
  id: string,
  bytes: Uint8Array,
  timeout: number,
): Promise<void> {
  try {
    const { duplicate } = await live.js.publish(subject, bytes, { msgID: id, timeout });
    // The server remembers these bytes, but they were taken away meanwhile: whoever asks for them again shall have them.
    if (duplicate && !(await lies(live, subject, timeout))) await live.js.publish(subject, bytes, { timeout });
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal?.code !== refusals.storeFailed || !/per subject/.test(refusal.message)) throw error;
  }
}
