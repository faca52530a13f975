import { createDecipheriv, hkdfSync, scryptSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/**
 * The peer of `bench start`: a process that does nothing but unwrap the same key with the same costs, open the same
 * encrypted file and read one row of it. It shares no code with the product.
 */
const [folder = '', passphrase = ''] = process.argv.slice(2);

type Wrap = {
  readonly n: number;
  readonly r: number;
  readonly p: number;
  readonly salt: string;
  readonly nonce: string;
  readonly wrapped: string;
};

const line = readFileSync(join(folder, 'keyring.1'), 'utf8').split('\n')[2] ?? '';
const { passphrase: wrap } = JSON.parse(line) as { readonly passphrase: Wrap };
const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');
const secret = scryptSync(passphrase, bytes(wrap.salt), 32, { N: wrap.n, r: wrap.r, p: wrap.p, maxmem: 536_870_912 });
const wrapped = bytes(wrap.wrapped);
const opener = createDecipheriv('aes-256-gcm', secret, bytes(wrap.nonce)).setAAD(
  Buffer.from('xieban-passphrase-wrap-v1'),
);
opener.setAuthTag(wrapped.subarray(-16));
const dataKey = Buffer.concat([opener.update(wrapped.subarray(0, -16)), opener.final()]);
const key = Buffer.from(hkdfSync('sha256', dataKey, new Uint8Array(), 'xieban-database-key-v1', 32));

const database = new Database(join(folder, 'xieban.db'), { readonly: true });
database.pragma("cipher='sqlcipher'");
database.pragma('legacy=4');
database.pragma(`key="x'${key.toString('hex')}'"`);
const row = database.prepare<[], { id: string }>('SELECT id FROM dossier LIMIT 1').get();
console.log(row?.id ?? 'no row');
