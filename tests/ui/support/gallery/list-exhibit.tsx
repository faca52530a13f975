import { useState } from 'react';
import { ListShell } from '#renderer/ui/list/list-shell.tsx';
import { DueDate } from '#renderer/ui/status/due-lamp.tsx';
import { HonestWord } from '#renderer/ui/status/honest-word.tsx';
import { localDate } from '#shared/base/local-date.ts';

const today = localDate('2026-03-17');
const words = ['local', 'sent', 'receipted', 'opened'] as const;
const lamps = ['today', 'soon', 'fine'] as const;

type Row = { readonly number: number };

/** A list of 100 000 made-up dossiers. */
export function ListExhibit() {
  const [opened, setOpened] = useState<number>();
  return (
    <div style={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <h1 style={{ marginBottom: 12 }}>
        案卷 <span data-opened={opened}>{opened === undefined ? '' : `已打开 ${opened}`}</span>
      </h1>
      <div style={{ flex: 1, minHeight: 0 }}>
        <ListShell<Row>
          id="gallery"
          keyOf={(row) => String(row.number)}
          label="案卷"
          autoFocus
          columns={[
            {
              id: 'due',
              title: '届满日',
              width: '8rem',
              cell: (row) => (
                <DueDate
                  due={today}
                  lamp={lamps[row.number % 3] ?? 'fine'}
                  today={today}
                  doubt={{ provisional: row.number % 7 === 0, confidence: 'certain' }}
                />
              ),
            },
            { id: 'no', title: '案号', width: '15rem', cell: (row) => `青劳人仲(2026)办字第${row.number + 1}号` },
            {
              id: 'title',
              title: '当事人',
              width: 'minmax(10rem, 1fr)',
              cell: () => '周某某 与 某某物流（上海）有限公司',
            },
            {
              id: 'word',
              title: '协助',
              width: '8rem',
              cell: (row) => <HonestWord word={words[row.number % 4] ?? 'local'} />,
            },
            { id: 'sum', title: '请求金额', width: '7rem', number: true, cell: () => '24,600.00' },
          ]}
          total={100_000}
          rowAt={(index) => (index % 50 === 13 ? undefined : { number: index })}
          onView={() => {}}
          failure={undefined}
          onAgain={() => {}}
          onOpen={(row) => {
            setOpened(row.number);
          }}
          empty={null}
        />
      </div>
    </div>
  );
}
