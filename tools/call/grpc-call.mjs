#!/usr/bin/env node
import { CallError, GenericClient } from './client.mjs';
import { describe } from './describe.mjs';

const USAGE = `Calls a gRPC service that it knows through reflection alone.

  node tools/call/grpc-call.mjs <host:port> list
  node tools/call/grpc-call.mjs <host:port> describe [service, message or enum]
  node tools/call/grpc-call.mjs <host:port> call <service>/<rpc> ['<request as JSON>']

Options: --reflection=v1|v1alpha, --deadline=<milliseconds>. A refused call prints its status and details and exits with 1.`;

/** Answers the exit code. */
async function main(args) {
  const options = Object.fromEntries(args.filter((arg) => arg.startsWith('--')).map((arg) => arg.slice(2).split('=')));
  const [address, command, target, request] = args.filter((arg) => !arg.startsWith('--'));
  const run = COMMANDS[command];
  if (!address || !run) {
    console.error(USAGE);
    return 1;
  }
  const client = new GenericClient(address, { version: options.reflection });
  try {
    console.log(await run(client, target, request, options));
    return 0;
  } catch (error) {
    console.error(error instanceof CallError ? JSON.stringify({ status: error.status, message: error.reason, details: error.details }, null, 2) : error.message);
    return 1;
  } finally {
    client.close();
  }
}

const COMMANDS = {
  list: async (client) => (await client.services()).join('\n'),
  describe: async (client, target) => {
    const symbols = target ? [target] : await client.services();
    const texts = [];
    for (const symbol of symbols) texts.push(describe(await client.find(symbol)));
    return texts.join('\n\n');
  },
  call: async (client, target, request, { deadline }) => {
    if (!target) throw new Error('which rpc? <service>/<rpc>');
    const answer = await client.call(target, JSON.parse(request ?? '{}'), deadline ? { deadlineMs: Number(deadline) } : {});
    return JSON.stringify(answer, null, 2);
  },
};

process.exitCode = await main(process.argv.slice(2));
