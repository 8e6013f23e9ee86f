import type { TextFact } from '@planner/target';
import { readJson } from './formats/json';
import { readProperties } from './formats/properties';
import { readYaml } from './formats/yaml';

const ENVIRONMENT = /^\s*(?:export\s+)?[A-Z][A-Z0-9_]*=\S*\s*$/;
const YAML = /^\s*(?:-\s+)?["']?[A-Za-z_][\w.-]*["']?:(?:\s+\S[^;{}]*)?$|^\s*-\s+[^;{}]+$/;
/** A longer text is data. */
const LONGEST = 20_000;

/** The texts of a configuration that is written down as a text: JSON, or lines of YAML or of variables, and nothing else; also
 * one variable, as in a list of them. */
export function embeddedTexts(text: string): readonly TextFact[] {
  if (text.length > LONGEST) return [];
  if (/^\s*[{[]/.test(text)) return /"\s*:/.test(text) ? readJson(text).texts : [];
  if (!text.includes('\n')) return ENVIRONMENT.test(text) ? readProperties(text).texts : [];
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^\s*#/.test(line));
  if (lines.length > 0 && lines.every((line) => ENVIRONMENT.test(line))) return readProperties(text).texts;
  return lines.length > 1 && lines.every((line) => YAML.test(line)) ? readYaml(text).texts : [];
}
