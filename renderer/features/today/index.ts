export { DayListPage } from './day-list-page.tsx';
export { TodayPage } from './today-page.tsx';
