import { connect } from 'node:net';

/** What came back over the socket. */
export type RawAnswer = {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
};

/** Sends bytes exactly as given, so that a test can say what no client library would, and reads until the end. */
export function rawHttp(port: number, text: string | Uint8Array): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (part) => parts.push(part));
    socket.on('error', reject);
    socket.on('close', () => resolve(readAnswer(Buffer.concat(parts).toString('utf8'))));
  });
}

function readAnswer(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = new Map(
    lines.map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()] as const;
    }),
  );
  return { status: Number(first.split(' ')[1] ?? '0'), headers, body: rest.join('\r\n\r\n') };
}

/** Writes a request that ends its connection. Later headers of the same name do not replace earlier ones. */
export function request(line: string, headers: readonly (readonly [string, string])[], body?: string): string {
  const all = body === undefined ? headers : [...headers, ['content-length', String(Buffer.byteLength(body))] as const];
  const lines = [...all, ['connection', 'close'] as const].map(([name, value]) => `${name}: ${value}`);
  return `${line} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body ?? ''}`;
}
