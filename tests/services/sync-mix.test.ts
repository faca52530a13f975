import { describe, test } from 'vitest';
import { describeWith } from '#tests/support/describe-with.ts';
import { liveAndAgree } from './support/mixed-exchange.ts';

describe('any mix of folder and stick with losses, damage, restarts and a folder that comes and goes', () => {
  test.for([20_260_312, 4_711])('ends in the same two offices (seed %i)', async (seed) => {
    await liveAndAgree(seed, { folder: true, server: false }, 200);
  });
});

/** Milliseconds; a partner whose inbox is gone is waited for in every round somebody asks for. */
const longest = 180_000;

describeWith('nats-server', 'any mix with a server that is killed, and comes back with nothing', () => {
  test('and a stick ends in the same two offices', { timeout: longest }, async () => {
    await liveAndAgree(815, { folder: false, server: true }, 50);
  });

  test('and a folder and a stick ends in the same two offices', { timeout: longest }, async () => {
    await liveAndAgree(4_712, { folder: true, server: true }, 80);
  });
});
