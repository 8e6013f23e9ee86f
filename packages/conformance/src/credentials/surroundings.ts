/**
 * Where a text stands decides what counts as a placeholder in it.
 * - `code` and `configuration`: something runs with the value.
 * - `template`: a file that a person copies and fills in: `.env.example`, `settings.sample.yaml`.
 * - `document`: Markdown and the like.
 */
export type Setting = 'code' | 'configuration' | 'template' | 'document';

export interface Surroundings {
  readonly setting: Setting;
  /** Part of a test: only what reaches a database outside of the machine counts, and less. */
  readonly test: boolean;
  /** Texts for people: translations. */
  readonly forPeople: boolean;
}

const TEMPLATE = /(?:^|[./_-])(?:example|sample|template|tmpl|tpl|dist|default)(?:[._-]|$)/i;
const TEST_FOLDER =
  /(?:^|\/)(?:tests?|__tests__|__mocks__|__fixtures__|fixtures?|specs?|e2e|testing|testdata|test-data|cypress|playwright)\//i;
const TEST_FILE = /(?:^|\/)(?:test_[^/]*|conftest|[^/]*_test|[^/]*[.-](?:spec|test|e2e|e2e-spec|stories|cy))\.[^./]+$/i;
const PEOPLE =
  /(?:^|\/)(?:locales?|i18n|l10n|lang|languages|translations?|messages|intl)\/|(?:^|\/)messages?[._][\w-]*\.?(?:json|ya?ml|properties|ts|js)$|\.(?:po|pot|ftl|arb|xlf|resx)$/i;
const DOCUMENT = /\.(?:md|mdx|markdown|rst|adoc|txt)$/i;
const CODE =
  /\.(?:[cm]?[jt]sx?|pyi?|java|kt|kts|go|rb|php|cs|rs|scala|swift|vue|svelte|groovy|gradle|dart|ex|exs|lua|pl|r|jl|ipynb)$/i;

export function surroundingsOf(path: string): Surroundings {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const setting: Setting = DOCUMENT.test(name)
    ? 'document'
    : CODE.test(name)
      ? 'code'
      : TEMPLATE.test(name)
        ? 'template'
        : 'configuration';
  return { setting, test: TEST_FOLDER.test(path) || TEST_FILE.test(path), forPeople: PEOPLE.test(path) };
}
