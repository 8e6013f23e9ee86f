import { FIXTURES } from '@planner/testing';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SPECIMEN_MODEL, SPECIMEN_REQUEST } from './scenarios/specimen';
import { Caller } from './service/call';
import { startService, type Language } from './service/service';
import { run } from './workspace/processes';
import { commit, mustNx, workspaceRoot, write } from './workspace/workspace';

const LANGUAGES = ['typescript', 'python'] as const;
const CONTEXTS = ['specimens', 'two-tongues'] as const;
const projectOf = (context: string, language: Language) => (language === 'typescript' ? context : `${context}-python`);
const folderOf = (context: string, language: Language) =>
  join(workspaceRoot(), 'packages', projectOf(context, language));

describe('one contract for both languages', () => {
  beforeAll(async () => {
    write('specimens.yaml', SPECIMEN_MODEL);
    write('two-tongues.yaml', FIXTURES.broker.replace(/^context: .*$/m, 'context: two-tongues'));
    for (const context of CONTEXTS) {
      const output = await mustNx(
        'g',
        'planner:plan',
        context,
        `--model=${context}.yaml`,
        '--language=typescript',
        '--date=2026-09-28',
        '--no-interactive',
      );
      const id = /40-\d{3}/.exec(output)?.[0] ?? '';
      for (const language of LANGUAGES)
        await mustNx(
          'g',
          'planner:scaffold-from-plan',
          id,
          `--language=${language}`,
          '--skip-install',
          '--no-interactive',
        );
    }
    await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], workspaceRoot());
    await commit('scaffolded in both languages');
    const projects = (language: Language) =>
      `--projects=${CONTEXTS.map((context) => projectOf(context, language)).join(',')}`;
    await mustNx('run-many', '-t', 'build', projects('typescript'), '--parallel=2');
    await mustNx('run-many', '-t', 'codegen', projects('python'), '--parallel=1');
  });

  it.each(CONTEXTS)('has the same .proto files, byte for byte (%s)', (context) => {
    const [typescript, python] = LANGUAGES.map((language) => protoFiles(context, language));
    expect(Object.keys(python ?? {}).length).toBeGreaterThan(1);
    expect(python).toEqual(typescript);
  });

  it('lets the TypeScript client call the Python server: every use case, every status', async () => {
    await against('two-tongues', 'python', async (address) => {
      const tests = clientTests('typescript', 'test/e2e', /^server/);
      const { code, output } = await run(
        'npx',
        ['vitest', 'run', '--config', 'vitest.integration.config.mts', ...tests],
        folderOf('two-tongues', 'typescript'),
        { TEST_SERVICE_ADDRESS: address },
      );
      expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
      expect(output).toMatch(/Tests\s+\d{2,} passed/);
    });
  });

  it('lets the Python client call the TypeScript server: every use case, every status', async () => {
    await against('two-tongues', 'typescript', async (address) => {
      const tests = clientTests('python', 'tests/e2e', /^(?:test_server|__init__)/);
      const folder = folderOf('two-tongues', 'python');
      const { code, output } = await run(
        join(folder, '.venv/bin/python'),
        ['-m', 'pytest', '-p', 'no:cacheprovider', '-o', 'addopts=', ...tests],
        folder,
        { TEST_SERVICE_ADDRESS: address },
      );
      expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
      expect(output).toMatch(/\d{2,} passed/);
    });
  });

  it.each(LANGUAGES)(
    'keeps every type to the last digit and microsecond in a service in %s, whoever writes and whoever reads',
    async (language) => {
      await against('specimens', language, async (address) => {
        const written = await writtenAndRead(address);
        expect(withoutIds(written)).toMatchObject({ ...SPECIMEN_REQUEST, a_default: 7, version: '1' });
        expect(await readInPython(address, written.id)).toEqual(written);
      });
    },
  );
});

type Specimen = Record<string, unknown> & { readonly id: string };

/** What the service answers to whoever writes, which is what it answers to whoever reads. */
async function writtenAndRead(address: string): Promise<Specimen> {
  const caller = new Caller(address);
  try {
    const { status, failure, body } = await caller.call(
      'specimens.v1.SpecimenService/CreateSpecimen',
      SPECIMEN_REQUEST,
    );
    expect({ status, failure }).toEqual({ status: 'OK', failure: '' });
    const written = body['specimen'] as Specimen;
    const again = await caller.call('specimens.v1.SpecimenService/GetSpecimen', { id: written.id });
    expect(again.body['specimen']).toEqual(written);
    return written;
  } finally {
    caller.close();
  }
}

function protoFiles(context: string, language: Language): Record<string, string> {
  const folder = join(folderOf(context, language), 'proto', context.replaceAll('-', '_'), 'v1');
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

/** The tests of the aggregates: they only need an address. */
function clientTests(language: Language, folder: string, except: RegExp): string[] {
  return readdirSync(join(folderOf('two-tongues', language), folder))
    .filter((name) => /\.(?:ts|py)$/.test(name) && !except.test(name))
    .map((name) => `${folder}/${name}`);
}

async function against(context: string, language: Language, work: (address: string) => Promise<void>): Promise<void> {
  const service = await startService(projectOf(context, language), {}, language);
  try {
    await work(service.address);
  } finally {
    expect(await service.stop()).toBe(0);
  }
}

/** What the generated Python client reads, as JSON of the wire. */
async function readInPython(address: string, id: string): Promise<unknown> {
  const folder = folderOf('specimens', 'python');
  const program = `
import asyncio, sys
import grpc
from google.protobuf.json_format import MessageToJson
from src.presentation.grpc.generated import specimen_service_pb2, specimen_service_pb2_grpc

async def main(address: str, id: str) -> None:
    async with grpc.aio.insecure_channel(address) as channel:
        stub = specimen_service_pb2_grpc.SpecimenServiceStub(channel)
        answer = await stub.GetSpecimen(specimen_service_pb2.GetSpecimenRequest(id=id))
    print(MessageToJson(answer.specimen, preserving_proto_field_name=True, always_print_fields_with_no_presence=True))

asyncio.run(main(*sys.argv[1:]))
`;
  const { code, output } = await run(join(folder, '.venv/bin/python'), ['-c', program, address, id], folder);
  if (code !== 0) throw new Error(output);
  return JSON.parse(output);
}

/** Children get ids from the service. */
function withoutIds(message: Record<string, unknown>): Record<string, unknown> {
  const parts = message['parts'] as Record<string, unknown>[];
  return { ...message, parts: parts.map(({ id: _id, ...part }) => part) };
}
