export * from './proto';
export * from './rendered-files';
export * from './schema';
export * from './source';
export * from './target';
export * from './templates';
export * from './text';
export * from './placements';
