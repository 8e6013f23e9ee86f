import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  lintPlans,
  judge,
  readSettings,
  RULES,
  type Finding,
  type KnownRules,
  type RuleSettings,
} from '@planner/conformance';
import { parsePlan } from '@planner/plan';
import { NOTHING_ISSUED } from '@planner/target';
import { resolveDeclarations } from './plans/resolve-plans';
import { printPlannerJson } from './scaffold/planner-json';
import { lookAtProject } from './verify/look-at-project';

const PAGES = join(__dirname, '../../../docs/rules');

/** Rules about a file of a kind that no page can show. */
const NOT_SHOWN = new Set(['source/unreadable', 'source/binary', 'baseline/stale', 'plan/encoding']);

interface Example {
  readonly lang: string;
  readonly path: string;
  readonly text: string;
}

describe('the pages of the rules', () => {
  const pages = (readdirSync(PAGES, { recursive: true }) as string[]).filter(
    (file) => file.endsWith('.md') && file.includes('/'),
  );

  it('are one for every rule, and none besides', () => {
    expect(pages.map((file) => file.slice(0, -'.md'.length)).sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  describe.each(RULES.map(({ id, severity, finds }) => ({ id, severity, finds })))('$id', ({ id, severity }) => {
    const text = existsSync(join(PAGES, `${id}.md`)) ? readFileSync(join(PAGES, `${id}.md`), 'utf8') : '';

    it('has its name as title and says its severity', () => {
      expect(text.startsWith(`# ${id}\n`)).toBe(true);
      expect(text.replaceAll('\n', ' ')).toMatch(new RegExp(`Severity: ${severity}\\b`));
    });

    if (NOT_SHOWN.has(id)) return;

    it('is found in the bad example and not in the good one', async () => {
      const [bad, good] = [examplesIn(text, 'Bad'), examplesIn(text, 'Good')];
      expect([bad.length > 0, good.length > 0]).toEqual([true, true]);
      expect(await found(id, bad)).toContain(id);
      expect(await found(id, good)).not.toContain(id);
    });
  });
});

/** The fenced blocks of a section: language, path, text. Blocks with one path are one example each. */
function examplesIn(page: string, heading: string): Example[] {
  const section =
    new RegExp(`^## ${heading}\\n([^]*?)(?=^## (?:Bad|Good|What|Options|How|Why|Silent|Notes)|(?![^]))`, 'm').exec(
      page,
    )?.[1] ?? '';
  return [...section.matchAll(/^(`{3,})(yaml planner|\S+) (\S+)\n([^]*?)^\1$/gm)].map(
    ([, , lang = '', path = '', text = '']) => ({ lang, path, text }),
  );
}

async function found(rule: string, examples: readonly Example[]): Promise<string[]> {
  const { settings } = readSettings(
    Object.fromEntries(
      RULES.filter(({ id, severity }) => id === rule && severity === 'off').map(({ id }) => [id, 'warning']),
    ),
  );
  const isPlan = examples.every(({ path }) => path.endsWith('-plan.md') && !path.includes('/'));
  const findings = isPlan ? lintFindings(examples, settings) : await verifyFindings(examples, settings);
  return findings.map((finding) => finding.rule);
}

const EVERYTHING: KnownRules = { exists: (rule) => RULES.some(({ id }) => id === rule), ran: () => true };

function lintFindings(examples: readonly Example[], settings: RuleSettings): readonly Finding[] {
  const files = examples.map(({ lang, path, text }) => ({
    path: `docs/plan/${path}`,
    text: lang === 'yaml planner' ? planOf(path, text) : text,
  }));
  const findings = lintPlans(files, { language: 'typescript', database: 'postgresql' }, settings);
  const texts = files.map(({ path, text }) => ({ file: path, text }));
  return judge(findings, { settings, rules: EVERYTHING, files: texts, textOf: () => undefined }).findings;
}

function planOf(path: string, block: string): string {
  const day = /35-00(\d)/.exec(path)?.[1] ?? '1';
  return `# Implementation Plan: Orders\n**Created**: 2026-08-2${String(3 + Number(day))}\n\n## Domain Model\n\n\`\`\`yaml planner\n${block}\`\`\`\n`;
}

/** In a project on the disk, with the layers where a scaffold puts them. */
async function verifyFindings(examples: readonly Example[], settings: RuleSettings): Promise<readonly Finding[]> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'planner-rule-')));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  try {
    for (const { lang, path, text } of examples)
      write(placeOf(path), lang === 'yaml planner' ? planOf(path, text) : text);
    const plan = examples.find(({ path }) => path.startsWith('docs/plan/'));
    if (plan === undefined)
      write('packages/orders/project.json', JSON.stringify({ planner: { config: { layers: LAYERS } } }));
    else write('packages/orders/planner.json', scaffolded(plan.path, readFileSync(join(root, plan.path), 'utf8')));
    const { findings, files, rules } = await lookAtProject(
      { root, name: 'orders', directory: 'packages/orders', projects: projectsIn(root) },
      settings,
    );
    return judge(findings, { settings, rules, files, textOf: () => undefined }).findings;
  } finally {
    rmSync(root, { recursive: true });
  }
}

const LAYERS = {
  domain: 'src/domain',
  application: 'src/application',
  infrastructure: 'src/infrastructure',
  presentation: 'src/presentation',
};

/** From the workspace root; a path without one of its folders is the project's. */
function placeOf(path: string): string {
  return /^(?:packages|docs)\//.test(path) || path === '.gitignore' ? path : `packages/orders/${path}`;
}

/** What a scaffold of the domain remembers. */
function scaffolded(file: string, text: string): string {
  const { declaration, id } = parsePlan(text, file);
  if (declaration === undefined) throw new Error(`${file} has no model`);
  const language = declaration.language?.text ?? 'typescript';
  const { model } = resolveDeclarations([declaration], { language, database: 'postgresql', known: [] });
  if (model === undefined) throw new Error(`the model of ${file} has errors`);
  const kernel = { directory: 'packages/kernel', packageName: 'kernel' };
  return printPlannerJson({
    toolkit: '0.1.0',
    plans: [{ id, file, title: 'Orders' }],
    options: { name: 'orders', language, scope: '', kernel },
    phases: [1],
    model,
    issued: NOTHING_ISSUED,
    files: {},
  });
}

function projectsIn(root: string): string[] {
  return readdirSync(join(root, 'packages')).map((name) => `packages/${name}`);
}
