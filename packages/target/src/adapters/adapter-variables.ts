import type { AdapterModel, ContextModel } from '@planner/model';

/** The environment variables of one adapter, or of what it is for one member of its `select`. */
export interface VariableGroup {
  /** Of the enum; undefined where the adapter is the same for all. */
  readonly member: string | undefined;
  readonly variables: readonly string[];
}

/** An adapter that needs variables. */
export interface AdapterVariables {
  readonly adapter: string;
  readonly groups: readonly VariableGroup[];
}

/** The adapters with variables, in the order of the model. */
export function adapterVariables(model: ContextModel): AdapterVariables[] {
  return model.adapters
    .map((adapter) => ({ adapter: adapter.name, groups: groups(adapter) }))
    .filter((each) => each.groups.length > 0);
}

/** Adapters may share a variable: each is there once, where it is named first. */
export function allVariables(model: ContextModel): string[] {
  const found = adapterVariables(model).flatMap((adapter) => adapter.groups.flatMap(({ variables }) => variables));
  return [...new Set(found)];
}

function groups({ env, select }: AdapterModel): VariableGroup[] {
  return Object.entries(env)
    .map(([member, variables]) => ({
      member: select === undefined ? undefined : member,
      variables: [...new Set(variables)],
    }))
    .filter(({ variables }) => variables.length > 0);
}
