import { useMemo } from 'react';
import { CheckField, RadioField, SelectField } from '#renderer/ui/fields/choice-field.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { MoneyField } from '#renderer/ui/fields/money-field.tsx';
import { ProseField, TextField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import type { DraftStore } from '#renderer/ui/form/draft-store.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { type LocalDate, localDate } from '#shared/base/local-date.ts';
import type { Fen } from '#shared/base/money.ts';

type Values = {
  readonly name: string;
  readonly idNo: string;
  readonly received: LocalDate | null;
  readonly amount: Fen | null;
  readonly side: 'arb' | 'lsi';
  readonly cause: string | null;
  readonly urgent: boolean;
  readonly text: string;
};

const initial: Values = {
  name: '',
  idNo: '',
  received: null,
  amount: null,
  side: 'arb',
  cause: null,
  urgent: false,
  text: '',
};
const today = localDate('2026-03-17');

const memory: DraftStore = {
  load: () => {
    const text = sessionStorage.getItem('draft');
    return Promise.resolve(text === null ? null : { text, savedAt: '2026-03-17T10:32:00+08:00' });
  },
  save: (text) => {
    sessionStorage.setItem('draft', text);
    return Promise.resolve({ at: '2026-03-17T14:32:07+08:00' });
  },
  discard: () => {
    sessionStorage.removeItem('draft');
    return Promise.resolve();
  },
};

/** A form with every kind of field. */
export function FormExhibit() {
  const drafts = useMemo(() => memory, []);
  const form = useForm<Values>({
    initial,
    drafts,
    validate: (value) => [
      ...(value.name === '' ? [{ path: 'name', level: 'error' as const, text: '请填写姓名。' }] : []),
      ...(value.idNo.length > 0 && value.idNo.length < 18
        ? [{ path: 'idNo', level: 'warning' as const, text: '校验码不符，请核对原件；可以继续保存。' }]
        : []),
    ],
    submit: () => Promise.resolve({ kind: 'refused', code: 'gallery.refused' }),
  });
  return (
    <FormShell form={form} label="收件登记" submitText="登记收件" onLeave={() => {}}>
      <section className="form-group">
        <h2>申请人</h2>
        <div className="form-grid">
          <TextField bound={part(form.root, 'name')} label="姓名" required autoFocus />
          <TextField bound={part(form.root, 'idNo')} label="身份证号" hint="18 位，末位可为 X" />
          <DateField bound={part(form.root, 'received')} label="收到日期" today={today} required />
          <MoneyField bound={part(form.root, 'amount')} label="请求金额" />
          <SelectField
            bound={part(form.root, 'cause')}
            label="案由"
            clearable
            choices={[
              { value: 'pay', label: '追索劳动报酬', words: 'zslbc' },
              { value: 'injury', label: '工伤保险待遇', words: 'gsbx' },
            ]}
          />
          <RadioField
            bound={part(form.root, 'side')}
            label="类别"
            choices={[
              { value: 'arb', label: '仲裁' },
              { value: 'lsi', label: '监察' },
            ]}
          />
          <CheckField bound={part(form.root, 'urgent')} label="涉及十人以上" />
          <ProseField bound={part(form.root, 'text')} label="事实与理由" />
        </div>
      </section>
    </FormShell>
  );
}
