import type { Happening, Script } from './script.ts';
import { fairWeather, type Weather } from './weather.ts';

/** Whether a script still shows what is looked for. */
export type Fails = (script: Script) => boolean;

/** Takes out as many happenings as can be spared, first large parts, then single ones (delta debugging). */
function fewer(script: Script, fails: Fails): Script {
  let { happenings } = script;
  for (let size = Math.ceil(happenings.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < happenings.length; ) {
      const rest: readonly Happening[] = [...happenings.slice(0, at), ...happenings.slice(at + size)];
      if (fails({ ...script, happenings: rest })) happenings = rest;
      else at += size;
    }
  }
  return { ...script, happenings };
}

/** Switches off one feature of the weather after the other. */
function fairer(script: Script, fails: Fails): Script {
  return (Object.keys(fairWeather) as (keyof Weather)[]).reduce((kept, feature) => {
    const weather = { ...kept.weather, [feature]: fairWeather[feature] };
    const tried = { ...kept, weather };
    return kept.weather[feature] !== fairWeather[feature] && fails(tried) ? tried : kept;
  }, script);
}

/** Leaves out offices nobody needs: the last one, as long as nothing happens there. */
function smaller(script: Script, fails: Fails): Script {
  const used = Math.max(1, ...script.happenings.flatMap((one) => [one.office, 'to' in one ? one.to : 0]));
  const tried = { ...script, offices: used + 1 };
  return tried.offices < script.offices && fails(tried) ? tried : script;
}

/** Cuts a failing script down until nothing more can be left out of it. It fails as before, on less. */
export function shrink(script: Script, fails: Fails): Script {
  let kept = script;
  for (let before = ''; before !== JSON.stringify(kept); ) {
    before = JSON.stringify(kept);
    kept = smaller(fairer(fewer(kept, fails), fails), fails);
  }
  return kept;
}
