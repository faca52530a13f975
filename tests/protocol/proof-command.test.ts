import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sealProof } from '#shared/protocol/proof/seal-proof.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { readOptions } from '../../build/verify/options.ts';
import { contentOf, qingpu, writtenRequest } from './proof-case.ts';

const content = contentOf(writtenRequest());

function fileOf(bytes: Uint8Array | string): string {
  const file = join(tempFolder(), 'request.xieban-proof');
  writeFileSync(file, bytes);
  return file;
}

/** Runs the checker as a person does, with nothing but the file. */
function run(...line: readonly string[]) {
  const options = ['--disable-warning=ExperimentalWarning', 'build/verify/main.ts', ...line];
  const { status, stdout, stderr } = spawnSync(process.execPath, options, { encoding: 'utf8', env: { LANG: 'C' } });
  return { status, stdout, stderr };
}

test('a sound proof is told in both languages and ends with 0', () => {
  const file = fileOf(sealProof(content, qingpu.signing));
  const english = run(file);
  expect(english.stderr).toBe('');
  expect(english.status).toBe(0);
  expect(english.stdout).toContain('Verdict: passed.');
  expect(english.stdout).toMatch(
    /Requester no\. 1 Request sent 2026-03-12 \| text fits \| receipt 3, place 2 of the stream/,
  );
  expect(english.stdout).toMatch(/fingerprint (\d{5} ){5}\d{5}/);
  const chinese = run(file, '--lang', 'zh-CN');
  expect(chinese.stdout).toContain('结论：通过。');
  expect(chinese.stdout).not.toMatch(/\{\{|undefined/);
});

test('a changed one names what is wrong and where, ends with 1, and says all of it as JSON', () => {
  const r = content.r.map((one, i) =>
    i === 0 ? { ...one, header: one.header.replace('urgent', 'normal'), signature: '' } : one,
  );
  const file = fileOf(sealProof({ ...content, r }, qingpu.signing));
  const { status, stdout } = run(file, '--lang', 'zh');
  expect(status).toBe(1);
  expect(stdout).toContain('委托方第 1 条：签名不符');
  const json: unknown = JSON.parse(run(file, '--json').stdout);
  expect(json).toMatchObject({ ok: false, faults: [{ code: 'signature', place: { part: 'r', n: 1 } }] });
});

test('what is no proof, a torn one, no file and no sense end with 2, 1, 2 and 2', () => {
  const whole = Buffer.from(sealProof(content, qingpu.signing));
  expect(run(fileOf('{}')).status).toBe(2);
  expect(run(fileOf(whole.subarray(0, 500))).status).toBe(1);
  expect(run(join(tempFolder(), 'gone')).status).toBe(2);
  expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage: npm run verify') });
});

test('the language follows the option, then the locale', () => {
  expect(readOptions(['a'], { LANG: 'zh_CN.UTF-8' })).toMatchObject({ language: 'zh', file: 'a', json: false });
  expect(readOptions(['a', '--lang', 'en'], { LC_ALL: 'zh_CN' })).toMatchObject({ language: 'en' });
  expect(readOptions(['a'], { LC_ALL: '', LANG: 'de_DE' })).toMatchObject({ language: 'en' });
  for (const line of [
    ['a', 'b'],
    ['a', '--lang', 'de'],
    ['--nothing', 'a'],
    ['a', '--page', 'b'],
  ]) {
    expect(readOptions(line, {})).toMatch(/Usage/);
  }
});
