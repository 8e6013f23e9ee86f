export interface ApplicationGeneratorSchema {
  plan: string;
  directory?: string;
  language?: string;
  skipInstall?: boolean;
}
