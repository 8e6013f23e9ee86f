export { arbitraryDeclaration, arbitraryModel } from './model';
export type { ArbitraryModelOptions } from './model';
