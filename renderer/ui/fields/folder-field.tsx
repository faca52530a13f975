import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bound } from '../form/bound.ts';
import type { FieldProps } from '../form/field.tsx';
import { FolderSheet, type LookInto } from './folder-sheet.tsx';
import { TextField } from './text-field.tsx';
import './folder.css';

/** A folder of this machine: typed in full, or walked to from its media and the home folder. */
export function FolderField(
  props: Omit<FieldProps, 'path'> & { readonly bound: Bound<string>; readonly look: LookInto },
) {
  const { t } = useTranslation('ui');
  const [choosing, setChoosing] = useState(false);
  const { bound, look, ...field } = props;
  const close = (): void => {
    setChoosing(false);
  };
  return (
    <div className={field.whole === true ? 'folder-field whole' : 'folder-field'}>
      <TextField {...field} max={1000} placeholder={t('folder.example')} bound={bound} />
      <button
        type="button"
        className="plain-button"
        onClick={() => {
          setChoosing(true);
        }}
      >
        {t('folder.choose')}
      </button>
      <FolderSheet
        open={choosing}
        title={field.label}
        look={look}
        onChoose={(path) => {
          bound.set(path);
          close();
        }}
        onClose={close}
      />
    </div>
  );
}
