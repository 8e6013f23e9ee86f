export interface ScaffoldFromPlanGeneratorSchema {
  plan: string;
  phases?: string;
  directory?: string;
  language?: string;
  skipInstall?: boolean;
}
