import { NOTHING_ISSUED, PHASES, type Phase, type RenderedFile } from '@planner/target';
import { BROKER, contextModelOf } from '@planner/testing';
import { pythonTarget } from '..';

const KERNEL = { directory: 'packages/kernel-python', packageName: '@acme/kernel-python' };
const PROJECT = { name: 'broker', directory: 'packages/broker', scope: '@acme', kernel: KERNEL, plans: [] };

function filesOf(yaml: string, last: Phase = 6): readonly RenderedFile[] {
  const phases = new Set(PHASES.filter((phase) => phase <= last));
  const model = { ...contextModelOf(yaml), language: 'python' };
  return pythonTarget.render({ model, project: PROJECT, phases, issued: NOTHING_ISSUED }).files;
}

function textOf(yaml: string, path: string, last: Phase = 6): string {
  const file = filesOf(yaml, last).find((each) => each.path === `${PROJECT.directory}/${path}`);
  if (file === undefined) throw new Error(`${path} was not rendered`);
  return file.text;
}

/** One adapter with one operation of that output. */
function adapterOf(output: string, input = '{}', more = ''): string {
  return `
context: broker
enums: { Side: [BUY, SELL] }
valueObjects: { Code: 'string pattern /[A-Z]{3}/', Short: string max 4, Money: { amount: 'decimal(18,2) min 5', side: Side } }
adapters: { Bank: { ${more} operations: { ask: { input: ${input}, output: ${output} } } } }
aggregates: { Order: { fields: { note: string } } }`;
}

const CONFIG = 'src/infrastructure/config/config.py';
const CONTAINER = 'src/infrastructure/di/container.py';
const FAKE = 'src/infrastructure/adapters/fake_bank.py';

describe('the files of the infrastructure', () => {
  const paths = (last: Phase) =>
    filesOf(BROKER, last)
      .map(({ path }) => path.slice(PROJECT.directory.length + 1))
      .filter((path) => /^\.env|infrastructure/.test(path) && !/persistence|__init__/.test(path));

  it('come with the phases that need them', () => {
    expect(paths(1)).toEqual([]);
    expect(paths(2)).toContain('.env.example');
    expect(paths(2).every((path) => /^\.env|infrastructure\/config\//.test(path))).toBe(true);
    expect(paths(3)).toEqual(paths(2));
    expect(paths(4)).toEqual(expect.arrayContaining([CONTAINER, 'src/infrastructure/adapters/fake_broker_gateway.py']));
    expect(paths(5).filter((path) => path.startsWith('tests/'))).toEqual([]);
  });

  it('read only what their phase uses', () => {
    expect(textOf(BROKER, CONFIG, 2)).not.toMatch(/GRPC|LOG_LEVEL|SHUTDOWN|SSI/);
    expect(textOf(BROKER, CONFIG, 4)).toMatch(/SSI_API_KEY[\s\S]*LOG_LEVEL/);
    expect(textOf(BROKER, CONFIG, 4)).not.toMatch(/GRPC/);
    expect(textOf(BROKER, CONFIG, 5)).toMatch(/GRPC_PORT/);
  });

  it('know no server where the plan has none', () => {
    const sqlite = 'context: broker\ndatabase: sqlite\naggregates: { Order: { fields: { note: string } } }';
    for (const path of [
      '.env',
      'src/infrastructure/config/database_url.py',
      'tests/unit/infrastructure/test_config.py',
    ])
      expect(textOf(sqlite, path)).not.toMatch(/DATABASE_HOST|postgres:/);
    expect(textOf(sqlite, CONTAINER)).not.toMatch(/AdapterProvider/);
  });

  it('keep an `.env` that is there', () => {
    const own = filesOf(BROKER).filter(({ path }) => path.startsWith(`${PROJECT.directory}/.env`));
    expect(own.map(({ path, keep }) => [path, keep === true])).toEqual([
      [`${PROJECT.directory}/.env`, true],
      [`${PROJECT.directory}/.env.example`, false],
    ]);
  });
});

describe('the environment of an adapter', () => {
  it('has a working placeholder for every variable, each once', () => {
    const text = textOf(adapterOf('{ paid: bool }', '{}', 'env: [BANK_URL, BANK_KEY, BANK_TIMEOUT_MS],'), '.env');
    expect(text).toContain(
      '# Bank\nBANK_URL=https://placeholder.invalid\nBANK_KEY=placeholder\nBANK_TIMEOUT_MS=1000\n',
    );
  });

  it('is read under the names of its variables, without ever being shown', () => {
    const text = textOf(adapterOf('{ paid: bool }', '{}', 'env: [BANK_KEY],'), CONFIG);
    expect(text).toMatch(/class AdapterVariables\(Variables\):[^@]*BANK_KEY: Required/);
    expect(text).toContain('adapters: AdapterVariables = field(repr=False)');
  });
});

describe('a fake', () => {
  it.each([
    ['{ paid: bool }', 'BankAskOutput(paid=True)'],
    ['{ id: uuid }', 'BankAskOutput(id=UUID(int=call))'],
    ['{ reference: string }', 'BankAskOutput(reference=f"reference-{call}")'],
    ['{ reference: string max 10 }', 'BankAskOutput(reference=f"{call}")'],
    ['{ reference: Code }', 'BankAskOutput(reference=Code("'],
  ])('answers %s by %s', (output, answer) => {
    expect(textOf(adapterOf(output), FAKE)).toContain(`return ${answer}`);
  });

  it('is tested for what it answers, and compared as PEP 8 has it', () => {
    const test = 'tests/unit/infrastructure/test_fake_bank.py';
    expect(textOf(adapterOf('bool'), test)).toContain('assert await FakeBank().ask() is True\n');
    expect(textOf(adapterOf('{ id: uuid }'), test)).toContain('.ask() == BankAskOutput(');
  });

  it('echoes what it was given', () => {
    const text = textOf(adapterOf('{ code: Code }', '{ code: Code }'), FAKE);
    expect(text).toContain('self._asked("ask", code=code)\n        return BankAskOutput(code=code)');
  });

  it('is there for every member of a selection', () => {
    const text = textOf(adapterOf('{ paid: bool }', '{}', 'select: Side,'), FAKE);
    expect(text).toContain('{member: FakeBank() for member in Side}');
  });
});

describe('the container', () => {
  it('provides every use case and what it needs', () => {
    const text = textOf(BROKER, CONTAINER);
    for (const name of ['PlaceOrder', 'ListOrders', 'RouteOrder', 'FeePolicy'])
      expect(text).toMatch(new RegExp(`^ +${name},$`, 'm'));
    expect(text).toContain('def broker_gateways(self, logger: Logger) -> BrokerGateways:');
  });

  it('tells names of the plan from those of the library', () => {
    const text = textOf(
      'context: broker\naggregates: { Order: { fields: { note: string } } }\nadapters: { Provide: { operations: { ask: {} } } }',
      CONTAINER,
    );
    expect(text).toContain('def provide_(self, logger: Logger) -> Provide:');
  });
});
