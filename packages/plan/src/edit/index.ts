export { insertModelBlock } from './insert-model-block';
export { tickTask, type TaskRef, type TickResult } from './tick-task';
