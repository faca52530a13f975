import type { IncomingMessage } from 'node:http';

/**
 * Reads a request's body of at most `limit` bytes. A longer one is refused as soon as that is known, without keeping
 * what came; 'broken' when the sender went away in the middle.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer | 'too-large' | 'broken'> {
  return new Promise((resolve) => {
    const announced = Number(request.headers['content-length'] ?? '0');
    if (announced > limit) return resolve('too-large');
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size > limit) {
        parts.length = 0;
        request.pause();
        resolve('too-large');
      } else {
        parts.push(part);
      }
    });
    request.on('end', () => resolve(Buffer.concat(parts)));
    request.on('close', () => resolve('broken'));
    request.on('error', () => resolve('broken'));
  });
}
