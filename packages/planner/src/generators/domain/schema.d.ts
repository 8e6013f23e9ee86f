export interface DomainGeneratorSchema {
  plan: string;
  directory?: string;
  language?: string;
  skipInstall?: boolean;
}
