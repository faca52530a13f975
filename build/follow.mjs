// Plain JavaScript for Node 18.

/** How long a child may take to close after Ctrl+C before it is made to, in ms. */
const usualPatience = 20_000;
/** A terminal sends Ctrl+C to the whole group; a child still there after this many ms did not get it. */
const groupDelay = 500;

/** npm runs scripts in a shell that a signal ends without passing it on; every so many ms we see whether it is gone. */
const parentCheck = 500;

/**
 * Waits for a child, passes SIGINT, SIGTERM and SIGHUP on to it and answers its exit code. A child that closes because
 * of Ctrl+C counts as success (0); one that does not close is killed. When our own parent is gone the child is ended too,
 * so that nothing stays behind.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} [patience] ms; longer than that of a child which follows a child of its own
 * @returns {Promise<number>}
 */
export function follow(child, patience = usualPatience) {
  let stopping = false;
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => child.kill(signal), signal === 'SIGINT' ? groupDelay : 0).unref();
    setTimeout(() => child.kill('SIGKILL'), patience).unref();
  };
  /** @type {readonly NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, stop);
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) stop('SIGTERM');
  }, parentCheck);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      for (const name of signals) process.off(name, stop);
      if (stopping && signal !== 'SIGKILL') resolve(code === 130 ? 0 : (code ?? 0));
      else resolve(code ?? 1);
    });
  });
}
