import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type IntakeState, type TakenFile, useIntake } from '#renderer/app/api/use-intake.ts';
import { FileDrop, type Intake } from '#renderer/ui/files/file-drop.tsx';
import type { Bound } from '#renderer/ui/form/bound.ts';
import { byteSize } from '#renderer/ui/format/byte-size.ts';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { manifestIdField } from '#shared/contract/fields.ts';
import type { LetterFile } from '#shared/contract/letter.ts';

/** A finished intake as a letter names it; undefined when the backend answered no manifest. */
export function enclosureOf(file: TakenFile): LetterFile | undefined {
  const manifest = manifestIdField.safeParse(file.manifest);
  return manifest.success ? { manifest: manifest.data, name: file.name, size: file.size, pages: 0 } : undefined;
}

/** Intakes still to be shown: a finished file stands in the list above already. */
export function useShownIntakes(): (intakes: readonly IntakeState[]) => readonly Intake[] {
  const text = useFailureText();
  return (intakes) =>
    intakes
      .filter((intake) => intake.state !== 'done')
      .map(({ failure, ...intake }) => (failure === undefined ? intake : { ...intake, note: text(failure) }));
}

/** Files that go with what is being written: taken in, listed in order, and taken off the list again. */
export function FilesField(props: { readonly bound: Bound<readonly LetterFile[]>; readonly label: string }) {
  const { t } = useTranslation('request');
  const shown = useShownIntakes();
  const latest = useRef(props.bound);
  useEffect(() => {
    latest.current = props.bound;
  });
  const { intakes, take, cancel } = useIntake((file) => {
    const enclosure = enclosureOf(file);
    const held = latest.current.value;
    if (enclosure === undefined || held.some((one) => one.manifest === enclosure.manifest)) return;
    latest.current.set([...held, enclosure]);
  });
  const { value, set } = props.bound;
  return (
    <div className="rows">
      {value.length === 0 ? null : (
        <ul className="enclosures">
          {value.map((file, index) => (
            <li key={file.manifest}>
              <span className="enclosure-name">{file.name}</span>
              <span className="soft small unbroken">{byteSize(file.size)}</span>
              <Button
                type="text"
                size="small"
                aria-label={t('files.removeOf', { name: file.name })}
                onClick={() => {
                  set(value.toSpliced(index, 1));
                }}
              >
                {t('row.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <FileDrop label={props.label} intakes={shown(intakes)} onFiles={take} onCancel={cancel} />
    </div>
  );
}
