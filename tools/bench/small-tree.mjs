// A workspace of small classes that import each other, some 1 kB each: what most of a tree written by hand looks like.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const LAYERS = ['domain', 'application', 'infrastructure', 'presentation'];
const PER_LAYER = 25;

/**
 * Writes services until there are `size` files of TypeScript.
 *
 * @returns folders of the services with their contexts, and the number of files by language
 */
export function writeSmallTree(root, size) {
  const projects = [];
  write(root, 'package.json', JSON.stringify({ name: '@acme/source', private: true, workspaces: ['packages/*'] }));
  for (let written = 0; written < size;) {
    const context = `service-${projects.length + 1}`;
    const directory = `packages/${context}`;
    write(root, `${directory}/package.json`, JSON.stringify({ name: `@acme/${context}`, type: 'module' }));
    for (const layer of LAYERS)
      for (let number = 0; number < PER_LAYER && written < size; number += 1, written += 1)
        write(root, `${directory}/src/${layer}/account-${number}.ts`, source(layer, number));
    projects.push({ directory, language: 'typescript', context });
  }
  return { projects, written: { typescript: size, python: 0 } };
}

function source(layer, number) {
  const imports = [
    ...(number > 0 ? [`import { Account${number - 1} } from './account-${number - 1}.js';`] : []),
    ...(layer === 'domain'
      ? []
      : [`import type { Account${number} as Planned } from '../domain/account-${number}.js';`]),
  ];
  return `${imports.join('\n')}

/** What an account is made of. */
export interface Account${number}State {
  readonly id: string;
  readonly name: string;
  readonly balance: number;
  readonly tags: readonly string[];
}

export class Account${number} {
  private constructor(private readonly state: Account${number}State) {}

  static open(state: Account${number}State): Account${number} {
    if (state.name.length === 0) throw new Error('name must not be empty');
    if (state.balance < 0) throw new Error(\`balance must not be negative: \${state.balance}\`);
    return new Account${number}(state);
  }

  rename(name: string): Account${number} {
    return new Account${number}({ ...this.state, name });
  }

  get weight(): number {
    return this.state.tags.reduce((sum, tag) => sum + tag.length, this.state.balance);
  }
}
`;
}

function write(root, path, text) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
