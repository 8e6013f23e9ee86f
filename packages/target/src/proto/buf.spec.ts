import type { ContextModel } from '@planner/model';
import * as fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { randomModel } from '../testing/random-models';
import { protoModel, type ProtoModel, renderProto } from '.';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 40);
const BUF_YAML = ['version: v2', 'modules:', '  - path: proto', 'lint:', '  use: [STANDARD]', 'breaking:', '  use: [WIRE]', ''].join('\n');

/** Two versions of one context, each under a name of its own so that all fit into one buf module. */
const histories = fc.sample(fc.tuple(randomModel, randomModel), { numRuns: RUNS, seed: 7 }).map(([before, after], index) => {
  const name = `${before.context}-${index}`.replace(/-(\d+)$/, (_, digits: string) => `-n${digits}`);
  const first = protoModel({ ...before, context: name }, {});
  return { before, after, first, second: protoModel({ ...after, context: name }, first.numbers) };
});

describe('contracts of random models', () => {
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'proto-'));
    writeModels(join(root, 'first'), histories.map(({ first }) => first));
    writeModels(join(root, 'second'), histories.map(({ second }) => second));
  });
  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it.each(['first', 'second'])('pass buf lint with its standard rules and compile (%s version)', (version) => {
    expect(buf(join(root, version), 'lint')).toBe('');
    expect(buf(join(root, version), 'build', '-o', '/dev/null')).toBe('');
  });

  it('stay readable for clients of the version before', () => {
    const complaints = buf(join(root, 'second'), 'breaking', '--against', join(root, 'first')).split('\n').filter((line) => / on (message|enum) /.test(line));
    expect(complaints.filter((line) => !isEntryOfRenumberedMap(line))).toEqual([]);
  });
});

describe('numbers of random models', () => {
  it('are never given to another member', () => {
    fc.assert(
      fc.property(fc.array(randomModel, { minLength: 2, maxLength: 4 }), (models) => {
        const given = new Map<string, string>();
        let numbers = {};
        for (const model of models.map((own): ContextModel => ({ ...own, context: 'broker' }))) {
          const proto = protoModel(model, numbers);
          for (const [key, member] of members(proto)) {
            expect(given.get(key) ?? member).toBe(member);
            given.set(key, member);
          }
          numbers = proto.numbers;
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('do not change when the same model is rendered again', () => {
    fc.assert(
      fc.property(randomModel, (model) => {
        const first = protoModel(model, {});
        expect(protoModel(model, first.numbers)).toEqual(first);
      }),
      { numRuns: RUNS },
    );
  });
});

/**
 * A map that holds something else now has a new number, which no old client reads; buf compares the message that
 * protobuf makes of its entries by name.
 */
function isEntryOfRenumberedMap(line: string): boolean {
  return /with name "value" on message "\w+Entry" changed type/.test(line);
}

/** `Order 3` and what holds the number. */
function members(proto: ProtoModel): [string, string][] {
  const fields = Object.values(proto.messages).flatMap((message) => message.fields.map((field): [string, string] => [`${message.name} ${field.number}`, field.name]));
  const values = Object.values(proto.enums).flatMap((own) => own.values.map((value): [string, string] => [`${own.name} ${value.number}`, value.name]));
  return [...fields, ...values];
}

function writeModels(directory: string, models: readonly ProtoModel[]): void {
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'buf.yaml'), BUF_YAML);
  for (const file of models.flatMap(({ files }) => files)) {
    const path = join(directory, 'proto', file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, renderProto(file));
  }
}

/** What buf prints; empty when it has nothing to say. */
function buf(cwd: string, ...args: string[]): string {
  const { stdout, stderr, status, error } = spawnSync(process.execPath, [require.resolve('@bufbuild/buf/bin/buf'), ...args], { cwd, encoding: 'utf8' });
  if (error) throw error;
  return status === 0 ? stdout : `${stdout}${stderr}exit ${status}`;
}
