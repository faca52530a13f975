import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openDesks } from '#electron/backend/open-desks.ts';
import { defaultDataFolder } from '#electron/backend/path.ts';
import { hostUsage, readHostCommand } from './options.ts';
import { hostSentences } from './sentences.ts';
import { type Host, startHost } from './server.ts';

/** Codes the program ends with. `inUse`: another program works on the data folder. */
const codes = { usage: 2, failed: 1, inUse: 3 } as const;

/** How long closing may take, in milliseconds, before the program ends anyway. */
const longestClose = 15_000;

async function run(args: readonly string[]): Promise<number | undefined> {
  const surroundings = { platform: process.platform, home: homedir(), env: process.env };
  const command = readHostCommand(args, defaultDataFolder(surroundings));
  if (typeof command === 'string') {
    console.error(`${command}\n${hostUsage}`);
    return codes.usage;
  }
  const { folder, renderer, sample, port, language } = command;
  const say = hostSentences(language ?? 'zh-CN');
  if (!existsSync(join(renderer, 'index.html'))) {
    console.error(say.noInterface(renderer));
    return codes.failed;
  }
  const desks = await openDesks({ folder, sample, language, secret: undefined });
  if (!desks.ok) {
    console.error(desks.error === 'in-use' ? say.inUse(folder) : say.cannotOpen(folder, desks.error));
    return desks.error === 'in-use' ? codes.inUse : codes.failed;
  }
  try {
    const host = await startHost({ desks: desks.value, renderer, port, language });
    closeOnSignal(host, () => desks.value.close());
    console.log(`Xieban: ${host.address()}`);
    console.log(say.hint);
    if (process.stdin.isTTY)
      createInterface({ input: process.stdin }).on('line', () => console.log(`Xieban: ${host.address()}`));
    return undefined;
  } catch (error) {
    await desks.value.close();
    console.error(say.noPort(port, error instanceof Error && 'code' in error ? String(error.code) : 'unknown'));
    return codes.failed;
  }
}

/**
 * Closes connections and databases on the first signal and ends with 0. Later signals are passed over: Ctrl+C in a
 * terminal reaches this program directly and once more through the one that started it.
 */
function closeOnSignal(host: Host, closeData: () => Promise<void>): void {
  let closing = false;
  const close = async (): Promise<void> => {
    if (closing) return;
    closing = true;
    setTimeout(() => process.exit(codes.failed), longestClose).unref();
    await host.close();
    await closeData();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close());
}

const code = await run(process.argv.slice(2));
if (code !== undefined) process.exit(code);
