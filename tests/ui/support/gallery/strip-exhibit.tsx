import { DeadlineStrip } from '#renderer/ui/deadline/deadline-strip.tsx';
import { DueDate } from '#renderer/ui/status/due-lamp.tsx';
import { localDate } from '#shared/base/local-date.ts';
import { shippedCalendar } from '#shared/domain/calendar/work-calendar.ts';
import type { ClockEvent } from '#shared/domain/deadline/clock-event.ts';
import { computeNamed } from '#shared/domain/deadline/compute.ts';
import { rulesFor } from '#shared/domain/deadline/pack.ts';

const rules = rulesFor('310000');

function strip(rule: string, today: string, events: readonly ClockEvent[], open = false) {
  const at = localDate(today);
  const first = localDate(events[0]?.on ?? today);
  const deadline = computeNamed(rule, first, events, shippedCalendar, { today: at, rules });
  return deadline === undefined ? null : (
    <div style={{ marginBottom: 16 }}>
      <DeadlineStrip deadline={deadline} today={at} events={events} open={open} />
    </div>
  );
}

/** Deadlines in every state: suspended and resumed, working days over a holiday, overdue, provisional, stopped. */
export function StripExhibit() {
  return (
    <>
      <h1 style={{ marginBottom: 12 }}>
        青劳人仲(2026)办字第64号 <DueDate due={localDate('2026-06-08')} lamp="soon" today={localDate('2026-06-07')} />{' '}
        <DueDate due={localDate('2026-06-08')} lamp="overdue" today={localDate('2026-07-07')} />
      </h1>
      {strip(
        'ARB.LIMIT',
        '2026-05-18',
        [
          { id: 'a', type: 'START', on: '2026-03-02' },
          {
            id: 'b',
            type: 'SUSPEND',
            on: '2026-03-20',
            ground: '47-5',
            decidedBy: '院负责人',
            paper: '中止审理通知书',
          },
          { id: 'c', type: 'RESUME', on: '2026-05-11', decidedBy: '院负责人' },
        ],
        true,
      )}
      {strip('ARB.ACCEPT', '2026-09-29', [{ id: 'a', type: 'START', on: '2026-09-28' }])}
      {strip('ARB.LIMIT', '2026-06-20', [{ id: 'a', type: 'START', on: '2026-03-02' }])}
      {strip('LSI.INVESTIGATE', '2026-11-20', [{ id: 'a', type: 'START', on: '2026-11-09' }])}
      {strip('ARB.LIMIT', '2026-04-20', [
        { id: 'a', type: 'START', on: '2026-03-02' },
        { id: 'b', type: 'SUSPEND', on: '2026-03-20', ground: '47-6' },
      ])}
      {strip('ARB.LIMIT', '2026-05-18', [
        { id: 'a', type: 'START', on: '2026-03-02' },
        { id: 'b', type: 'EXTEND', on: '2026-04-10', decidedBy: '仲裁委主任' },
        { id: 'd', type: 'STOP', on: '2026-04-22' },
      ])}
    </>
  );
}
