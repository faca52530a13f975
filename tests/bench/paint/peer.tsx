import { Table } from 'antd';
import { createRoot } from 'react-dom/client';

/** The peer of `bench paint`: antd's own table over rows that lie in the page, as wide and as high as the register. */
type Row = { readonly key: number; readonly [column: string]: string | number };

const columns = ['期限', '剩余', '案号', '当事人', '案由', '状态', '协查', '承办人', '收件日期'];
const rowCount = 100_000;

const rows = Array.from({ length: rowCount }, (_, key): Row => {
  const cells = [`2026-11-${(key % 28) + 1}`, `剩 ${key % 40} 天`, `青劳人仲(2026)办字第${key + 1}号`];
  const more = [`王样${key} 与 样例第${key % 997}公司`, '追索劳动报酬', '已受理', '', '沈样文', '2026-03-17'];
  return { key, ...Object.fromEntries([...cells, ...more].map((text, at) => [`c${at}`, text])) };
});

const root = document.getElementById('root');
if (root === null) throw new Error('no root');
createRoot(root).render(
  <Table<Row>
    virtual
    size="small"
    pagination={false}
    scroll={{ x: 1260, y: 560 }}
    dataSource={rows}
    columns={columns.map((title, at) => ({ title, dataIndex: `c${at}`, width: 140, ellipsis: true }))}
  />,
);
