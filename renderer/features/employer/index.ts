export { EmployerPage } from './employer-page.tsx';
export { EmployersPage } from './employers-page.tsx';
