import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Check, compareOffices } from './agree.ts';
import { tellStory } from './story.ts';

type Compared = Awaited<ReturnType<typeof compareOffices>>;

const say = (line: string): void => console.log(line);
const targetSeconds = 20;

function showTimeline(name: string, view: Compared['ours']): void {
  say(`\n${name}`);
  for (const item of view.timeline) {
    const side = item.side === 'r' ? '委托方' : '受托方';
    const word = item.word === null ? '' : ` [${item.word}]`;
    const outcome = item.outcome === null ? '' : ` → ${item.outcome}`;
    say(`  ${item.on.padEnd(16)} ${side} ${item.kind}${outcome}${word}`);
  }
}

async function play(root: string): Promise<boolean> {
  const started = performance.now();
  say('协办 demo: 两个机构, 各自的加密数据库, 一个共享文件夹, 一只介质。人名与号码均为虚构。\n');
  const told = await tellStory(root, say);
  const compared = await compareOffices(told);
  showTimeline(told.asks.name, compared.ours);
  showTimeline(told.does.name, compared.theirs);
  await told.asks.close();
  await told.does.close();
  const seconds = (performance.now() - started) / 1000;
  const time: Check = {
    name: 'seconds',
    value: Number(seconds.toFixed(1)),
    target: targetSeconds,
    ok: seconds < targetSeconds,
  };
  const checks = [...compared.checks, time];
  say('');
  for (const { name, ok, value, target } of checks) say(`${ok ? 'ok  ' : 'FAIL'} ${name} (${value}, target ${target})`);
  say(compared.agree ? '\n双方一致。' : '\n双方不一致。');
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ agree: compared.agree, offices: compared.offices, checks }));
  }
  return compared.agree && checks.every(({ ok }) => ok);
}

const root = mkdtempSync(join(tmpdir(), 'xieban-demo-'));
try {
  process.exitCode = (await play(root)) ? 0 : 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}
