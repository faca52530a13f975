import type { CalendarYear } from '../year.ts';

/**
 * Days off and make-up working days as announced each year by the General Office of the State Council
 * (国务院办公厅关于部分节假日安排的通知). A year is listed only once its notice is published; one that not every source we
 * compared has day by day as it stands here is `unchecked`.
 */
export const officialYears: readonly CalendarYear[] = [
  {
    year: 2020,
    notice: '国办发明电〔2019〕16号、国办发明电〔2020〕1号',
    unchecked: true,
    rows: [
      { name: 'new-year', off: ['01-01'] },
      { name: 'spring-festival', off: ['01-24..02-02'], work: ['01-19'] },
      { name: 'qingming', off: ['04-04..04-06'] },
      { name: 'labour-day', off: ['05-01..05-05'], work: ['04-26', '05-09'] },
      { name: 'dragon-boat', off: ['06-25..06-27'], work: ['06-28'] },
      { name: 'national-day', off: ['10-01..10-08'], work: ['09-27', '10-10'] },
    ],
  },
  {
    year: 2021,
    notice: '国办发明电〔2020〕27号',
    rows: [
      { name: 'new-year', off: ['01-01..01-03'] },
      { name: 'spring-festival', off: ['02-11..02-17'], work: ['02-07', '02-20'] },
      { name: 'qingming', off: ['04-03..04-05'] },
      { name: 'labour-day', off: ['05-01..05-05'], work: ['04-25', '05-08'] },
      { name: 'dragon-boat', off: ['06-12..06-14'] },
      { name: 'mid-autumn', off: ['09-19..09-21'], work: ['09-18'] },
      { name: 'national-day', off: ['10-01..10-07'], work: ['09-26', '10-09'] },
    ],
  },
  {
    year: 2022,
    notice: '国办发明电〔2021〕11号',
    rows: [
      { name: 'new-year', off: ['01-01..01-03'] },
      { name: 'spring-festival', off: ['01-31..02-06'], work: ['01-29', '01-30'] },
      { name: 'qingming', off: ['04-03..04-05'], work: ['04-02'] },
      { name: 'labour-day', off: ['04-30..05-04'], work: ['04-24', '05-07'] },
      { name: 'dragon-boat', off: ['06-03..06-05'] },
      { name: 'mid-autumn', off: ['09-10..09-12'] },
      { name: 'national-day', off: ['10-01..10-07'], work: ['10-08', '10-09'] },
    ],
  },
  {
    year: 2023,
    notice: '国办发明电〔2022〕16号',
    unchecked: true,
    rows: [
      { name: 'new-year', off: ['01-01..01-02'] },
      { name: 'spring-festival', off: ['01-21..01-27'], work: ['01-28', '01-29'] },
      { name: 'qingming', off: ['04-05'] },
      { name: 'labour-day', off: ['04-29..05-03'], work: ['04-23', '05-06'] },
      { name: 'dragon-boat', off: ['06-22..06-24'], work: ['06-25'] },
      { name: 'mid-autumn', off: ['09-29'] },
      { name: 'national-day', off: ['09-30..10-06'], work: ['10-07', '10-08'] },
    ],
  },
  {
    year: 2024,
    notice: '国办发明电〔2023〕7号',
    rows: [
      { name: 'new-year', off: ['01-01'] },
      { name: 'spring-festival', off: ['02-10..02-17'], work: ['02-04', '02-18'] },
      { name: 'qingming', off: ['04-04..04-06'], work: ['04-07'] },
      { name: 'labour-day', off: ['05-01..05-05'], work: ['04-28', '05-11'] },
      { name: 'dragon-boat', off: ['06-10'] },
      { name: 'mid-autumn', off: ['09-15..09-17'], work: ['09-14'] },
      { name: 'national-day', off: ['10-01..10-07'], work: ['09-29', '10-12'] },
    ],
  },
  {
    year: 2025,
    notice: '国办发明电〔2024〕12号',
    rows: [
      { name: 'new-year', off: ['01-01'] },
      { name: 'spring-festival', off: ['01-28..02-04'], work: ['01-26', '02-08'] },
      { name: 'qingming', off: ['04-04..04-06'] },
      { name: 'labour-day', off: ['05-01..05-05'], work: ['04-27'] },
      { name: 'dragon-boat', off: ['05-31..06-02'] },
      { name: 'mid-autumn', off: ['10-06'] },
      { name: 'national-day', off: ['10-01..10-05', '10-07..10-08'], work: ['09-28', '10-11'] },
    ],
  },
  {
    year: 2026,
    notice: '国办发明电〔2025〕7号',
    rows: [
      { name: 'new-year', off: ['01-01..01-03'], work: ['01-04'] },
      { name: 'spring-festival', off: ['02-15..02-23'], work: ['02-14', '02-28'] },
      { name: 'qingming', off: ['04-04..04-06'] },
      { name: 'labour-day', off: ['05-01..05-05'], work: ['05-09'] },
      { name: 'dragon-boat', off: ['06-19..06-21'] },
      { name: 'mid-autumn', off: ['09-25..09-27'] },
      { name: 'national-day', off: ['10-01..10-07'], work: ['09-20', '10-10'] },
    ],
  },
];
