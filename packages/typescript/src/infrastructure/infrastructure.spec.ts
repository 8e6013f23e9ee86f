import { NOTHING_ISSUED, PHASES, type Phase, type RenderedFile } from '@planner/target';
import { BROKER, contextModelOf } from '@planner/testing';
import { typescriptTarget } from '..';

const PROJECT = {
  name: 'broker',
  directory: 'packages/broker',
  scope: '@acme',
  kernel: { directory: 'packages/kernel-typescript', packageName: '@acme/kernel-typescript' },
  plans: [],
};

function filesOf(yaml: string, last: Phase = 6): readonly RenderedFile[] {
  const phases = new Set(PHASES.filter((phase) => phase <= last));
  return typescriptTarget.render({ model: contextModelOf(yaml), project: PROJECT, phases, issued: NOTHING_ISSUED }).files;
}

function textOf(yaml: string, path: string, last: Phase = 6): string {
  const file = filesOf(yaml, last).find((each) => each.path === `${PROJECT.directory}/${path}`);
  if (file === undefined) throw new Error(`${path} was not rendered`);
  return file.text;
}

/** One adapter with one operation of that output. */
function adapterOf(output: string, input = '{}', env = '[]'): string {
  return `
context: broker
enums: { Side: [BUY, SELL] }
valueObjects: { Code: 'string pattern /[A-Z]{3}/', Short: string max 4, Money: { amount: 'decimal(18,2) min 5', side: Side } }
adapters: { Bank: { env: ${env}, operations: { ask: { input: ${input}, output: ${output} } } } }
aggregates: { Order: { fields: { note: string } } }`;
}

describe('the files of the infrastructure', () => {
  const CONFIG = 'src/infrastructure/config/config.ts';

  it('come with the phases that need them', () => {
    const paths = (last: Phase) =>
      filesOf(BROKER, last)
        .map(({ path }) => path.replace(`${PROJECT.directory}/`, ''))
        .filter((path) => /^\.env|infrastructure/.test(path) && !path.includes('/persistence/'));
    expect(paths(1)).toEqual([]);
    expect(paths(2)).toEqual(['.env', '.env.example', ...['config-error', 'config', 'database-url', 'environment', 'variables'].map((name) => `src/infrastructure/config/${name}.ts`)]);
    expect(paths(3)).toEqual(paths(2));
    expect(paths(4)).toEqual(expect.arrayContaining(['src/infrastructure/di/container.ts', 'src/infrastructure/adapters/fake-broker-gateway.ts']));
    expect(paths(4).filter((path) => path.startsWith('test/'))).toEqual([]);
  });

  it('read only what their phase uses', () => {
    expect(textOf(BROKER, CONFIG, 2)).not.toMatch(/GRPC|LOG_LEVEL|SHUTDOWN|SSI/);
    expect(textOf(BROKER, CONFIG, 4)).toMatch(/LOG_LEVEL[\s\S]*SSI_API_KEY/);
    expect(textOf(BROKER, CONFIG, 4)).not.toMatch(/GRPC|SHUTDOWN/);
    expect(textOf(BROKER, CONFIG, 5)).toMatch(/GRPC_PORT[\s\S]*SHUTDOWN_TIMEOUT_MS/);
  });

  it('have no adapters where the plan has none', () => {
    const none = 'context: broker\naggregates: { Order: { fields: { note: string } } }';
    expect(textOf(none, CONFIG)).not.toMatch(/adapters/i);
    expect(textOf(none, 'src/infrastructure/di/container.ts')).not.toMatch(/fake/i);
  });
});

describe('.env', () => {
  it('holds every variable from the start, and is kept when it is there', () => {
    const [own, example] = filesOf(BROKER, 2).filter(({ path }) => path.includes('/.env'));
    expect(own?.keep).toBe(true);
    expect(example?.keep).toBeUndefined();
    for (const name of ['DATABASE_URL', 'DATABASE_PASSWORD', 'GRPC_PORT', 'LOG_LEVEL', 'SSI_API_KEY', 'RATE_FEED_URL']) {
      expect(own?.text).toMatch(new RegExp(`^${name}=`, 'm'));
      expect(example?.text).toMatch(new RegExp(`^${name}=`, 'm'));
    }
  });

  it('gives every required variable a value, and no credential', () => {
    const values = new Map([...textOf(BROKER, '.env').matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]));
    const empty = [...values].filter(([, value]) => value === '').map(([name]) => name);
    expect(empty).toEqual(['DATABASE_PASSWORD']);
    expect(values.get('DATABASE_URL')).toBe('pglite:./.data/database');
    expect(values.get('GRPC_REFLECTION')).toBe('true');
  });

  it('names a variable that adapters share once', () => {
    const shared = `
context: broker
adapters:
  Bank: { env: [SHARED_URL, BANK_KEY], operations: { ask: { output: int } } }
  Post: { env: [SHARED_URL], operations: { ask: { output: int } } }
aggregates: { Order: { fields: { note: string } } }`;
    expect(textOf(shared, '.env').match(/SHARED_URL/g)).toHaveLength(1);
    expect(textOf(shared, 'src/infrastructure/config/config.ts').match(/SHARED_URL: required/g)).toHaveLength(1);
  });
});

describe('the answer of a fake', () => {
  const answerOf = (output: string, input?: string) => {
    const text = textOf(adapterOf(output, input), 'src/infrastructure/adapters/fake-bank.ts');
    return /const ANSWERS: BankAnswers = \{\n {2}ask: (.*),\n\};/.exec(text)?.[1];
  };

  it.each([
    ['nothing', '{}', undefined, '() => Promise.resolve()'],
    ['a flag is true', '{ ok: bool }', undefined, '() => Promise.resolve({ ok: true })'],
    ['a text counts the calls', '{ orderNo: string }', undefined, '(call) => Promise.resolve({ orderNo: `order-no-${String(call)}` })'],
    ['a short text too', '{ orderNo: string max 12 }', undefined, '(call) => Promise.resolve({ orderNo: String(call) })'],
    ['one that is too short does not', '{ code: Short }', undefined, expect.not.stringContaining('call') as string],
    ['nor one with a pattern', '{ code: Code }', undefined, "() => Promise.resolve({ code: 'AAA' })"],
    ['nor one that is long', '{ orderNo: string min 50 }', undefined, expect.not.stringContaining('call') as string],
    ['an identity counts the calls', '{ orderId: ref(Order) }', undefined, "(call) => Promise.resolve({ orderId: `00000000-0000-4000-8000-${String(call).padStart(12, '0')}` })"],
    ['what was given comes back', '{ code: Code, class: string }', '{ code: Code, class: string }', '(input) => Promise.resolve({ code: input.code, class: input.class })'],
    ['not if it may be absent', '{ code: Code }', '{ code: Code? }', "() => Promise.resolve({ code: 'AAA' })"],
    ['not if it is of another type', '{ code: Code }', '{ code: string }', "() => Promise.resolve({ code: 'AAA' })"],
    ['nor if it may be left out', '{ code: int }', '{ code: int default 3 }', expect.not.stringContaining('input') as string],
    ['a single type is bare', 'Side', undefined, "() => Promise.resolve('BUY')"],
    ['input comes before call', '{ a: string, b: int }', '{ b: int }', '(input, call) => Promise.resolve({ a: `a-${String(call)}`, b: input.b })'],
  ])('%s', (_what, output, input, answer) => {
    expect(answerOf(output, input)).toEqual(answer);
  });
});

describe('the container', () => {
  it('gives way to names of the plan', () => {
    const hostile = `
context: broker
enums: { Kind: [A, CONSTRUCTOR] }
adapters:
  OrderQueries: { operations: { then: { output: int }, calls: { output: int } } }
  Clock: { select: Kind, operations: { ask: { output: int } } }
aggregates: { Order: { fields: { note: string } }, Container: { fields: { note: string } } }
useCases:
  UseCases: { aggregate: Order, uses: [OrderQueries.then] }
  Then: { aggregate: Order, kind: query, output: int, uses: [Clock.ask] }`;
    const useCases = textOf(hostile, 'src/infrastructure/di/use-cases.ts');
    expect(useCases).toContain('UseCases as UseCases_');
    expect(useCases).toContain('readonly useCases: UseCases_;');
    expect(useCases).toContain('then_: new Then(parts.orderQueries_, parts.clocks)');
    expect(textOf(hostile, 'src/infrastructure/adapters/fake-order-queries.ts')).toMatch(/then_\(\)[\s\S]*calls\(\)/);
    expect(textOf(hostile, 'src/infrastructure/adapters/fake-order-queries.ts')).toContain('get calls_()');
    expect(textOf(hostile, 'src/infrastructure/adapters/fake-clock.ts')).toMatch(/A: new [\s\S]*CONSTRUCTOR: new /);
  });

  it('needs no aggregates', () => {
    expect(textOf('context: broker', 'src/infrastructure/di/use-cases.ts')).toContain('export type UseCases = Readonly<Record<string, never>>;');
  });
});
