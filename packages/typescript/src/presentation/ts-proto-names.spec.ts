import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { TEMPLATES } from '../templates';
import { generatedServer, generatedService, generatedType, messageProperty, rpcProperty } from './ts-proto-names';

const FIELDS = [
  ...['limit_price', 'o_auth2_token', 'line2', 'line2_text', 'a_bc', 'x1_y', 'parse_url', 'id', 'page_size', 'a_b_c_d'],
  ...['class', 'from', 'constructor', 'default', 'package', 'select', 'metadata', 'then', 'to_string', 'message', 'optional', 'reserved', 'value', 'reader'],
];
const TYPES = ['Order', 'OAuth2Token', 'HTTPServer', 'Error', 'Map', 'Promise', 'Object', 'Timestamp', 'Message', 'X', 'Line2Text', 'Buffer', 'Client', 'Service'];
const RPCS = ['PlaceOrder', 'CreateOAuth2Token', 'GetHTTPServer', 'A1b', 'Line2Text', 'Close', 'Constructor', 'X', 'ParseURL', 'V2'];

const PROTO = [
  'syntax = "proto3";',
  'package odd_names.v1;',
  'enum OAuth2Kind {\n  O_AUTH2_KIND_UNSPECIFIED = 0;\n}',
  `message Fields {\n${FIELDS.map((name, index) => `  string ${name} = ${index + 1};`).join('\n')}\n}`,
  ...TYPES.map((name) => `message ${name} {\n  map<string, int64> entries = 1;\n}`),
  ...RPCS.flatMap((name) => [`message ${name}Request {}`, `message ${name}Response {}`]),
  `service OddService {\n${RPCS.map((name) => `  rpc ${name}(${name}Request) returns (${name}Response);`).join('\n')}\n}`,
].join('\n\n');

describe('names of what ts-proto generates', () => {
  const file = 'odd_names/v1/odd_names.proto';
  let generated: string;

  beforeAll(() => {
    const root = mkdtempSync(join(tmpdir(), 'ts-proto-'));
    for (const [path, text] of [
      [`proto/${file}`, PROTO],
      ['buf.yaml', TEMPLATES.render('presentation/buf.yaml', {})],
      ['buf.gen.yaml', TEMPLATES.render('presentation/buf.gen.yaml', {})],
    ] as const) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const bin = join(dirname(require.resolve('ts-proto/package.json')), '..', '.bin');
    const env = { ...process.env, PATH: [bin, process.env['PATH']].join(delimiter) };
    const { status, stderr } = spawnSync(process.execPath, [require.resolve('@bufbuild/buf/bin/buf'), 'generate'], { cwd: root, env, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    generated = readFileSync(join(root, generatedType('Order', file).file), 'utf8');
    rmSync(root, { recursive: true, force: true });
  });

  /** The names between the braces of a block that starts with `head`. */
  function members(head: string): string[] {
    const body = generated.split(`${head} {\n`)[1]?.split('\n}')[0] ?? '';
    return [...body.matchAll(/^ {2}(\w+)\??:/gm)].map(([, name]) => name ?? '');
  }

  it('of the properties of a message', () => {
    expect(members(`export interface ${generatedType('Fields', file).name}`)).toEqual(FIELDS.map((name) => messageProperty({ name })));
  });

  it.each(TYPES)('of the message %s', (name) => {
    expect(generated).toContain(`export interface ${generatedType(name, file).name} {`);
  });

  it('of an enum', () => {
    expect(generated).toContain(`export enum ${generatedType('OAuth2Kind', file).name} {`);
  });

  it('of a service and its rpcs', () => {
    expect(members(`export const ${generatedService('OddService', file).name} =`)).toEqual(RPCS.map(rpcProperty));
    expect(members(`export interface ${generatedServer('OddService', file).name} extends UntypedServiceImplementation`)).toEqual(RPCS.map(rpcProperty));
  });
});
