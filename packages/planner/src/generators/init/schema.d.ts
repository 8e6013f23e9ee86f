export interface InitGeneratorSchema {
  language?: string;
  database?: string;
  skipFormat?: boolean;
}
