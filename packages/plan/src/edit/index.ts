export { tickTask, type TaskRef, type TickResult } from './tick-task';
