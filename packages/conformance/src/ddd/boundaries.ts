import type { ContextModel, FieldModel, TypeModel, UseCaseModel } from '@planner/model';
import { listed, textsOf, warning, type ModelCheck } from './model-check';

/** An aggregate is handed over as a whole, where its identity would do. */
export const aggregateByObject: ModelCheck = ({ useCases }) =>
  useCases.flatMap((useCase) =>
    useCase.input.flatMap((field) =>
      aggregatesIn(field.type).flatMap((aggregate) =>
        warning(
          'ddd/aggregate-by-object',
          field,
          `${useCase.name} takes the whole aggregate ${aggregate} in "${field.name}": what a caller sends may be stale or made up.`,
          `Take its identity, ref(${aggregate}), and load it from its repository.`,
        ),
      ),
    ),
  );

function aggregatesIn(type: TypeModel): string[] {
  if (type.kind === 'aggregate') return [type.name];
  if (type.kind === 'list') return aggregatesIn(type.element);
  return type.kind === 'map' ? aggregatesIn(type.value) : [];
}

/** A command that holds the repositories of several aggregates may change them in one transaction. */
export const severalAggregates: ModelCheck = ({ useCases }) =>
  useCases
    .filter(({ kind }) => kind === 'command')
    .flatMap((useCase) => {
      const others = useCase.uses.flatMap((use) =>
        use.kind === 'aggregate' && use.aggregate !== useCase.aggregate ? [use.aggregate] : [],
      );
      if (others.length === 0) return [];
      return warning(
        'ddd/several-aggregates',
        useCase,
        `${useCase.name} may change ${listed([useCase.aggregate, ...others])} in one transaction: it holds all their repositories.`,
        `Change ${useCase.aggregate} here, and ${listed(others)} in a policy on its event. If it only reads ${listed(others)}, say so in a planner-ignore comment.`,
      );
    });

/** A query answers and changes nothing. */
export const queryWithEffects: ModelCheck = (model, options) =>
  model.useCases
    .filter(({ kind }) => kind === 'query')
    .flatMap((useCase) => {
      const changing = changingCalls(model, useCase, textsOf(options, 'changingVerbs'));
      if (changing.length === 0) return [];
      return warning(
        'ddd/query-with-effects',
        useCase,
        `The query ${useCase.name} calls ${listed(changing)}, which changes something.`,
        'Make it a command ("kind: command"), or split it in two.',
      );
    });

/** What answers nothing is there for its effect; so is what is called by the name of one. */
function changingCalls({ adapters }: ContextModel, { uses }: UseCaseModel, verbs: readonly string[]): string[] {
  return uses.flatMap((use) => {
    if (use.kind !== 'adapter') return [];
    const operation = adapters
      .find(({ name }) => name === use.adapter)
      ?.operations.find(({ name }) => name === use.operation);
    const answers = (output: readonly FieldModel[] = []) => output.length > 0;
    const changes =
      operation !== undefined && (!answers(operation.output) || verbs.includes(firstWord(operation.name)));
    return changes ? [`${use.adapter}.${use.operation}`] : [];
  });
}

function firstWord(name: string): string {
  return /^[a-z0-9]+/.exec(name)?.[0] ?? name;
}
