export * from './application-stubs';
export * from './domain-stubs';
export * from './rule-functions';
export * from './stub';
