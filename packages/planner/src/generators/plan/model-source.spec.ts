import type { Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readModelSource } from './model-source';
import type { PlanGeneratorSchema } from './schema';

describe('the model of a new plan', () => {
  let tree: Tree;

  beforeEach(() => {
    tree = createTreeWithEmptyWorkspace();
  });

  const read = (options: Partial<PlanGeneratorSchema>) => readModelSource(tree, { title: 'T', ...options }, '35-001');
  const names = (options: Partial<PlanGeneratorSchema>) => read(options).declaration.aggregates.map(({ name }) => name.text);

  it('comes from the shorthand', () => {
    const { declaration, diagnostics } = read({ context: 'orders', aggregate: ['Order price:decimal(18', '2) note:text?'] });
    expect(diagnostics).toEqual([]);
    expect(declaration.context?.text).toBe('orders');
    expect(declaration.aggregates[0]?.fields.map(({ name }) => name.text)).toEqual(['price', 'note']);
    expect(declaration.aggregates[0]?.plan).toBe('35-001');
  });

  it('comes from a file, and the shorthand adds to it', () => {
    tree.write('model.yaml', 'context: orders\naggregates:\n  Order: { fields: { symbol: string } }\n');
    expect(names({ model: 'model.yaml', aggregate: ['Line quantity:int'] })).toEqual(['Order', 'Line']);
  });

  it('may come from a file outside the workspace, which is only read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'planner-model-'));
    const model = join(folder, 'model.yaml');
    writeFileSync(model, 'context: orders\naggregates:\n  Order: { fields: { symbol: string } }\n');
    expect(names({ model })).toEqual(['Order']);
    rmSync(folder, { recursive: true });
  });

  it('comes from the block of an architecture document, with its places', () => {
    tree.write('docs/architecture.md', '# Design\n\n```yaml planner\ncontext: orders\naggregates:\n  Order: { fields: { symbol: string } }\n```\n');
    const { declaration, design } = read({ design: 'docs/architecture.md' });
    expect(design).toBe('docs/architecture.md');
    expect(declaration.context).toMatchObject({ text: 'orders', span: { file: 'docs/architecture.md', start: { line: 4, column: 10 } } });
  });

  it('only links an architecture document without a block', () => {
    tree.write('docs/architecture.md', '# Design\n');
    expect(read({ design: './docs/architecture.md', context: 'orders' })).toMatchObject({ design: 'docs/architecture.md', diagnostics: [] });
  });

  it('keeps the words of a file, comments and all, as long as nothing is added', () => {
    const text = '# ours\ncontext:   orders\n';
    tree.write('model.yaml', text);
    expect(read({ model: 'model.yaml' }).text).toBe(text);
    expect(read({ model: 'model.yaml', aggregate: ['Line quantity:int'] }).text).toBe('context: orders\naggregates:\n  Line:\n    fields:\n      quantity: int\n');
  });

  it('takes one of several contexts of a file by its name', () => {
    tree.write('model.yaml', 'context: orders\n---\ncontext: users\naggregates: { User: { fields: { name: string } } }\n');
    expect(names({ model: 'model.yaml', context: 'users' })).toEqual(['User']);
    expect(() => read({ model: 'model.yaml' })).toThrow('several contexts: orders, users');
  });

  it('is in the language and the database that the command line names', () => {
    tree.write('model.yaml', 'context: orders\nlanguage: python\n');
    const { declaration } = read({ model: 'model.yaml', language: 'typescript', database: 'sqlite' });
    expect([declaration.language?.text, declaration.database?.text]).toEqual(['typescript', 'sqlite']);
  });

  it('says where a file is wrong', () => {
    tree.write('model.yaml', 'context: orders\naggregates:\n  Order: { fields: { price: decimal(18,2) } }\n');
    expect(read({ model: 'model.yaml' }).diagnostics).toContainEqual(
      expect.objectContaining({ rule: 'yaml/comma-in-braces', severity: 'error', span: expect.objectContaining({ file: 'model.yaml' }) as unknown }),
    );
  });

  it('says where the shorthand is wrong', () => {
    const [diagnostic] = read({ context: 'orders', aggregate: ['Order symbol'] }).diagnostics;
    expect(diagnostic?.span).toMatchObject({ file: '--aggregate', start: { line: 1 } });
  });

  it('refuses a context that contradicts the file', () => {
    tree.write('model.yaml', 'context: orders\n');
    expect(() => read({ model: 'model.yaml', context: 'users' })).toThrow('--context=users contradicts');
  });

  it.each([
    [{ model: 'nowhere.yaml' }, 'there is no such file'],
    [{ design: 'docs' }, 'there is no such file'],
    [{ model: '../nowhere.yaml' }, 'there is no such file'],
    [{ model: '/' }, 'there is no such file'],
    [{ design: '../architecture.md' }, 'outside the workspace'],
    [{ design: '/etc/passwd' }, 'outside the workspace'],
  ])('refuses %j', (options, why) => {
    tree.write('docs/plan/README.md', '');
    expect(() => read(options)).toThrow(why);
  });
});
