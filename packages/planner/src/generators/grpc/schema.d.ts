export interface GrpcGeneratorSchema {
  plan: string;
  directory?: string;
  language?: string;
  skipInstall?: boolean;
}
