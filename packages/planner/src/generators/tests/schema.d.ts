export interface TestsGeneratorSchema {
  plan: string;
  directory?: string;
  language?: string;
  skipInstall?: boolean;
}
