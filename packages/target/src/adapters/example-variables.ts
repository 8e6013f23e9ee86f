import type { ContextModel } from '@planner/model';
import { adapterVariables } from './adapter-variables';

/** What `.env.example` shows under one heading. */
export interface ExampleSection {
  /** `BrokerGateway of SSI`. */
  readonly title: string;
  readonly variables: readonly { readonly name: string; readonly placeholder: string }[];
}

/** The variables of adapters, each where it is named first. */
export function exampleVariables(model: ContextModel): ExampleSection[] {
  const seen = new Set<string>();
  return adapterVariables(model)
    .flatMap(({ adapter, groups }) =>
      groups.map(({ member, variables }) => ({
        title: member === undefined ? adapter : `${adapter} of ${member}`,
        variables: variables
          .filter((name) => !seen.has(name) && seen.add(name))
          .map((name) => ({ name, placeholder: placeholder(name) })),
      })),
    )
    .filter(({ variables }) => variables.length > 0);
}

/** A value of the right shape that reaches nobody (RFC 6761: `.invalid` never resolves). */
function placeholder(name: string): string {
  if (/_(?:URL|URI|ENDPOINT)$/.test(name)) return 'https://placeholder.invalid';
  if (/_HOST$/.test(name)) return 'placeholder.invalid';
  if (/_(?:PORT|TIMEOUT|TIMEOUT_MS|MS|SECONDS|RETRIES)$/.test(name)) return '1000';
  return 'placeholder';
}
