export { renderPlan } from './render-plan';
export type { NameClash, PlanInput, StudiedContext, StudiedPlan, WorkspaceStudy } from './plan-input';
