import type { CallInput } from '#shared/contract/contract.ts';
import { dossierIdField } from '#shared/contract/fields.ts';
import type { SampleDate } from './sample-days.ts';
import { type SampleFile, takeIn } from './sample-files.ts';
import { at, type SampleOffice, type Scene, type Slot, slot } from './stage.ts';

type Receipt = CallInput<'dossier.receive'>;

/** A file (案卷) as it is told: what the window wrote down, and what became of it. */
export type FilePlan = Pick<Receipt, 'cause' | 'summary' | 'parties' | 'claims' | 'channel'> & {
  readonly side: Receipt['side'];
  readonly received: readonly [SampleDate, string];
  readonly accepted?: SampleDate;
  readonly files?: readonly SampleFile[];
  readonly notes?: readonly (readonly [SampleDate, string])[];
  readonly clocks?: readonly Omit<CallInput<'clock.record'>, 'dossier'>[];
  readonly closed?: Omit<CallInput<'dossier.close'>, 'dossier'>;
};

/** Id of a file that a scene makes. */
export type FileSlot = Slot<ReturnType<typeof dossierIdField.parse>>;

function receiptScene(office: SampleOffice, plan: FilePlan, dossier: FileSlot): Scene {
  const { side, cause, summary, parties, claims, channel, received, files = [] } = plan;
  const [day, time] = received;
  return at(day, time, async () => {
    await office.as('clerk');
    const said = { side, cause, summary, parties, claims, channel, handler: office.idOf('examiner') };
    const { id } = await office.act('dossier.receive', { ...said, receivedOn: `${day}T${time}` });
    dossier.fill(dossierIdField.parse(id));
    for (const file of files) {
      const { manifest } = await takeIn(office.act, file);
      await office.act('dossier.attach', { dossier: dossier.get(), manifest, name: file.name });
    }
  });
}

/** The scenes of one file, and where its id will be. */
export function fileStory(
  office: SampleOffice,
  plan: FilePlan,
): { readonly scenes: readonly Scene[]; readonly dossier: FileSlot } {
  const dossier: FileSlot = slot();
  const { accepted, closed, notes = [], clocks = [] } = plan;
  const decidedBy = office.people.head.name;
  const signed = { approvedBy: decidedBy };
  const act = (day: SampleDate, time: string, play: () => Promise<unknown>): Scene =>
    at(day, time, async () => {
      await office.as('clerk');
      await play();
    });
  const scenes = [
    receiptScene(office, plan, dossier),
    ...(accepted === undefined
      ? []
      : [
          act(accepted, '15:30', () =>
            office.act('dossier.accept', {
              dossier: dossier.get(),
              on: accepted,
              ...signed,
              paper: '立案审批表（样例）',
            }),
          ),
        ]),
    ...notes.map(([day, text]) => act(day, '15:40', () => office.act('note.add', { dossier: dossier.get(), text }))),
    ...clocks.map((event) =>
      act(event.on, '16:10', () => office.act('clock.record', { dossier: dossier.get(), ...event })),
    ),
    ...(closed
      ? [
          act(closed.on, '16:40', () =>
            office.act('dossier.close', { dossier: dossier.get(), decidedBy, paper: '结案审批表（样例）', ...closed }),
          ),
        ]
      : []),
  ];
  return { scenes, dossier };
}
