import { describe, expect, it } from 'vitest';
import { turnOf, unansweredExtension } from '#shared/domain/assist/turn.ts';
import { type Story, story } from './story.ts';

const turns = (told: Story): readonly string[] => [turnOf(told.state(), 'r'), turnOf(told.state(), 'e')];

function accepted(): Story {
  const told = story();
  told.r('request');
  told.e('register');
  told.e('accept');
  return told;
}

describe('whose turn it is', () => {
  it('is that of the state while nothing is under way', () => {
    const told = story();
    expect(turns(told)).toEqual(['nobody', 'nobody']);
    told.r('request');
    expect(turns(told)).toEqual(['them', 'us']);
    told.e('register');
    told.e('return');
    expect(turns(told)).toEqual(['us', 'them']);
  });

  it('is the executor that must place what the requester has written', () => {
    const told = story();
    told.r('request');
    told.e('register');
    told.e('return');
    const mended = told.r('supplement', {
      answers: told.state().returned?.defects.map((defect) => defect.id) ?? [],
      items: [],
    });
    expect(turns(told)).toEqual(['them', 'us']);
    told.apply(mended);
    expect(turns(told)).toEqual(['them', 'us']);
  });

  it('is also the requester who is asked for more time, until the answer is written', () => {
    const told = accepted();
    const asked = told.e('extend');
    expect(turns(told)).toEqual(['us', 'us']);
    expect(unansweredExtension(told.state())?.id).toBe(asked.id);
    const answer = told.r('answer-extension', { extension: asked.id, agree: true, date: null });
    expect(turns(told)).toEqual(['them', 'us']);
    expect(unansweredExtension(told.state())).toBeNull();
    told.apply(answer);
    expect(turns(told)).toEqual(['them', 'us']);
  });

  it('is nobody once it is over, whatever was left open', () => {
    const told = accepted();
    told.e('extend');
    told.apply(told.r('withdraw'));
    expect(turns(told)).toEqual(['nobody', 'nobody']);
  });
});
