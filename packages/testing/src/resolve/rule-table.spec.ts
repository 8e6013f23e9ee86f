import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const REPOSITORY = join(__dirname, '../../../..');
const TABLE = 'docs/model-rules.md';
/** Groups of ids that look like rules and are none: elements that a task or a path of a plan may name. */
const NO_RULES = ['application', 'docs', 'domain', 'infrastructure', 'presentation', 'repository', 'src', 'testing'];

/** Every rule id that the sources of a package report, with the severities that they give it. */
function reportedBy(name: string): string[] {
  const folder = join(REPOSITORY, 'packages', name, 'src');
  const files = (readdirSync(folder, { recursive: true }) as string[]).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.startsWith('testing/'),
  );
  const ids = files.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return [...text.matchAll(/'([a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*)'/g)].map(([, id]) => id ?? '');
  });
  return [...new Set(ids)].filter((id) => !NO_RULES.includes(id.split('/')[0] ?? ''));
}

interface Row {
  readonly id: string;
  /** Where it leads, from the folder of the table. */
  readonly page: string | undefined;
}

function tabled(): Row[] {
  const text = readFileSync(join(REPOSITORY, TABLE), 'utf8');
  return [...text.matchAll(/^\| (?:\[`([^`]+)`\]\(([^)]+)\)|`([^`]+)`) +\| (?:error|warning|info) +\| \S.* \|$/gm)].map(
    ([, linked, page, plain]) => ({ id: linked ?? plain ?? '', page }),
  );
}

describe('the table of rules about plans and models', () => {
  it('names every rule that reading a plan or resolving a model can report, once, in order', () => {
    const reported = [...new Set(['model', 'plan'].flatMap(reportedBy))].sort();
    expect(reported.length).toBeGreaterThan(100);
    expect(tabled().map(({ id }) => id)).toEqual(reported);
  });

  it.each(tabled())('leads to the page of $id where there is one', ({ id, page }) => {
    const own = `rules/${id}.md`;
    expect(page).toBe(existsSync(join(REPOSITORY, 'docs', own)) ? own : undefined);
  });
});
