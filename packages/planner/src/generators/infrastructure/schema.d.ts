export interface InfrastructureGeneratorSchema {
  plan: string;
  directory?: string;
  language?: string;
  skipInstall?: boolean;
}
