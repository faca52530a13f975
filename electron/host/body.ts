import type { IncomingMessage } from 'node:http';
import { err, ok, type Result } from '#shared/base/result.ts';

/**
 * Reads a request's body of at most `limit` bytes. A longer one is refused as soon as that is known, without keeping
 * what came; 'broken' when the sender went away in the middle.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Result<Buffer, 'too-large' | 'broken'>> {
  return new Promise((resolve) => {
    const announced = Number(request.headers['content-length'] ?? '0');
    if (announced > limit) return resolve(err('too-large'));
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size > limit) {
        parts.length = 0;
        request.pause();
        resolve(err('too-large'));
      } else {
        parts.push(part);
      }
    });
    request.on('end', () => resolve(ok(Buffer.concat(parts))));
    request.on('close', () => resolve(err('broken')));
    request.on('error', () => resolve(err('broken')));
  });
}
