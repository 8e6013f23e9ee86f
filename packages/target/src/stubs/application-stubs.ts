import type { ContextModel, UseCaseModel } from '@planner/model';
import type { Stub } from './stub';

/** Where a language writes a use case and its rules. */
export interface UseCaseStubNames {
  readonly type: { readonly name: string; readonly file: string };
  readonly rulesFile: string;
  /** By requirement. */
  readonly rules: ReadonlyMap<string, { readonly function: string }>;
}

/** The unfinished places of the application: use cases that only people can write, and rules of use cases. */
export function applicationStubs(
  model: ContextModel,
  names: { useCase(name: string): UseCaseStubNames },
): readonly Stub[] {
  return model.useCases.flatMap((useCase) => useCaseStubs(useCase, names.useCase(useCase.name)));
}

export function useCaseStubs(useCase: UseCaseModel, names: UseCaseStubNames): Stub[] {
  const rules = useCase.requires.map(({ name, plan, text }) => ({
    file: names.rulesFile,
    name: names.rules.get(name)?.function ?? name,
    plan,
    text,
  }));
  return [...(useCase.action.kind === 'custom' ? [customStub(useCase, names)] : []), ...rules];
}

/** The use case itself, as something to be written. */
export function customStub({ plan, name, description }: UseCaseModel, { type }: Pick<UseCaseStubNames, 'type'>): Stub {
  return { file: type.file, name: `${type.name}.execute`, plan, text: description ?? `write ${name}` };
}
