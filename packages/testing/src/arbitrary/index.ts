export { arbitraryDeclaration, arbitraryEvolution, arbitraryModel } from './model';
export type { ArbitraryModelOptions } from './model';
