export * from './exposed';
export * from './exposed-aggregates';
export * from './reach';
export * from './reached-states';
export * from './reads-clock';
export * from './request-slots';
export * from './unique-sets';
