export interface PlanGeneratorSchema {
  title?: string;
  adopt?: string;
  context?: string;
  aggregate?: string[];
  model?: string;
  design?: string;
  language?: string;
  database?: string;
  locale?: string;
  date?: string;
}
