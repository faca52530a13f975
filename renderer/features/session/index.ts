export { SessionGate } from './session-gate.tsx';
