import { expect, it } from 'vitest';
import { readingsOf } from '#electron/services/dossier/name-readings.ts';
import { formSounds, stepSounds } from '#renderer/features/dossier/page/act-sounds.ts';
import { allSteps } from '#shared/domain/dossier/steps/all-steps.ts';

it('acts on a file sound as their names do', () => {
  const listed = allSteps.filter(({ code }) => Object.hasOwn(stepSounds, code));
  expect(listed.length).toBeGreaterThan(allSteps.length / 2);
  for (const { code, name } of listed) {
    expect(stepSounds[code], name.zh).toBe(readingsOf(name.zh, false).initials.join(' '));
  }
  expect(formSounds['party.add']).toBe(readingsOf('添加当事人', false).initials.join(' '));
  expect(formSounds['dossier.accept.arb']).toBe(readingsOf('受理', false).initials.join(' '));
});
