// A generic gRPC client that lives as long as its input: one call per line in, one answer per line out, as JSON.
import { createInterface } from 'node:readline';
import { CallError, GenericClient } from '../../../../tools/call/client.mjs';

const [address, version] = process.argv.slice(2);
const client = new GenericClient(address, { version });

for await (const line of createInterface({ input: process.stdin })) {
  const { path, request } = JSON.parse(line);
  console.log(JSON.stringify(await answer(path, request)));
}
client.close();

async function answer(path, request) {
  try {
    const body = path === '' ? { services: await client.services() } : await client.call(path, request);
    return { status: 'OK', body, failure: '' };
  } catch (error) {
    if (error instanceof CallError) return { status: error.status, body: {}, failure: JSON.stringify({ message: error.reason, details: error.details }) };
    return { status: 'CLIENT_ERROR', body: {}, failure: String(error) };
  }
}
