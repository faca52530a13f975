import { assertNever } from '#shared/base/assert-never.ts';
import type { RequestId } from '#shared/base/ids.ts';
import { assistRules } from '#shared/domain/assist/rules.ts';
import type { Carriage } from './carriage.ts';
import { actOnSomething, openRequest } from './clerk.ts';
import { contradict, diskImage, rollBack } from './mischief.ts';
import { receive, restart, ring, sayAll } from './run-step.ts';
import type { Event, Happening } from './script.ts';
import { seededRandom } from './seeded-random.ts';
import type { Around, Package, SimOffice } from './sim-office.ts';
import type { SimStore } from './sim-store.ts';

/** What happenings change beside the offices themselves. */
export type Stage = {
  readonly offices: readonly SimOffice[];
  readonly around: Around;
  readonly carriage: Carriage;
  /** What lies on each stick, by its number. */
  readonly sticks: Map<number, Package[]>;
  /** While an office writes a stick, what it hands over goes there. */
  stick: Package[] | undefined;
  readonly images: Map<SimOffice, SimStore>;
  /** The request in which an office contradicted itself. */
  contradicted: RequestId | undefined;
};

function exportTo(stage: Stage, office: SimOffice, to: SimOffice, stick: number): void {
  const lying = stage.sticks.get(stick) ?? [];
  stage.sticks.set(stick, lying);
  stage.stick = lying;
  sayAll(office, to.office, stage.around);
  stage.stick = undefined;
}

function importFrom({ around, sticks }: Stage, office: SimOffice, stick: number, part: number): void {
  const lying = (sticks.get(stick) ?? []).filter((one) => one.to === office.office);
  const read = lying.slice(0, Math.ceil(lying.length * part));
  around.note(`${office.office} reads ${read.length} of ${lying.length} packages from stick ${stick}`);
  for (const { from, id, text } of read) if (office.up) receive(office, from, id, text, around);
}

/** What befalls an office whether its program runs or not. */
function befall(stage: Stage, office: SimOffice, event: Event): void {
  const { around, images } = stage;
  if (event.type === 'skew') {
    office.skew = event.ms;
    around.wake(office, around.now());
  }
  if (event.type === 'crash') office.crash = { after: event.after, point: event.point, down: event.down };
  if (event.type === 'full') office.fullUntil = around.now() + event.ms;
  if (event.type === 'image') images.set(office, diskImage(office.store));
  const image = event.type === 'rollback' ? images.get(office) : undefined;
  if (image) rollBack(office, image, around);
  if (event.type === 'update') {
    office.ports = { ...office.ports, rules: assistRules };
    if (office.up) restart(office, around);
  }
}

/** What a person does, for which the program has to run. */
function act(stage: Stage, office: SimOffice, event: Event): void {
  const { around, offices } = stage;
  const to = 'to' in event ? offices[event.to] : undefined;
  if (event.type === 'open' && to) openRequest(office, to, around);
  if (event.type === 'act') actOnSomething(office, around);
  if (event.type === 'export' && to) exportTo(stage, office, to, event.stick);
  if (event.type === 'import') importFrom(stage, office, event.stick, event.part);
  if (event.type === 'fork' || event.type === 'wrong-prev') {
    stage.contradicted = contradict(office, event.type, around);
  }
}

/** A happening as one tells it. */
function inWords(event: Event, who: string, to: string): string {
  switch (event.type) {
    case 'open':
      return `${who} asks ${to} for assistance`;
    case 'act':
      return `somebody at ${who} does something`;
    case 'export':
      return `${who} writes stick ${event.stick} for ${to}`;
    case 'import':
      return `${who} reads stick ${event.stick}`;
    case 'skew':
      return `the clock of ${who} is set to be ${event.ms / 1000} s off`;
    case 'crash':
      return `${who} is to die ${event.point}, ${event.after} steps from now`;
    case 'full':
      return `the disk of ${who} is full for ${event.ms / 1000} s`;
    case 'cut':
      return `nothing goes from ${who} to ${to} for ${event.ms / 1000} s`;
    case 'update':
      return `${who} gets the newer program`;
    case 'fork':
    case 'wrong-prev':
      return `${who} contradicts itself`;
    case 'image':
      return `the disk of ${who} is copied`;
    case 'rollback':
      return `the disk of ${who} is replaced by its copy`;
    default:
      return assertNever(event, 'happening');
  }
}

const persons: readonly Event['type'][] = ['open', 'act', 'export', 'import', 'fork', 'wrong-prev'];

/** Lets one thing of the script happen. */
export function happen(stage: Stage, happening: Happening): void {
  const { around, offices, carriage } = stage;
  const { at } = happening;
  const office = offices[happening.office];
  if (!office) throw new Error('no such office');
  around.note(`* ${inWords(happening, office.office, 'to' in happening ? (offices[happening.to]?.office ?? '') : '')}`);
  if ('salt' in happening) around.random = seededRandom(happening.salt);
  const to = happening.type === 'cut' ? offices[happening.to] : undefined;
  if (happening.type === 'cut' && to) carriage.cut(office.office, to.office, at + happening.ms);
  if (!persons.includes(happening.type)) befall(stage, office, happening);
  else if (office.up) act(stage, office, happening);
}

/** The calm: every program runs in its newest version on a disk with room, and every way carries. */
export function calmDown({ offices, around, carriage }: Stage): void {
  around.note('the calm begins');
  carriage.calm();
  for (const office of offices) {
    office.crash = undefined;
    office.fullUntil = 0;
    office.ports = { ...office.ports, rules: assistRules };
  }
  for (const office of offices) restart(office, around);
  for (const office of offices) for (const partner of office.store.peers.keys()) ring(office, partner, around, false);
}
