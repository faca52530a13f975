import type { CallInput } from '#shared/contract/contract.ts';
import type { Desk } from './desk.ts';

/** Takes a file in and answers it as a letter names it. */
export async function enclosure(
  desk: Desk,
  name: string,
  text: string,
): Promise<NonNullable<CallInput<'paper.seal'>['scan']>> {
  const bytes = new TextEncoder().encode(text);
  const { upload } = await desk.ask('file.begin', { name, size: bytes.length });
  await desk.ask('file.append', { upload, offset: 0, bytes });
  const { manifest, size } = await desk.ask('file.finish', { upload });
  return { manifest: manifest as never, name, size };
}
