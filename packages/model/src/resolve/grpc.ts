import type { AggregateModel, GrpcServiceModel, UseCaseModel } from '../context-model';
import type { GrpcServiceDeclaration } from '../declaration';
import { didYouMean } from '../suggest';
import { checkPascal } from './member-names';
import { elementOf } from './scope';
import type { Scope } from './scope';

/** As listed, or one service per aggregate with all its use cases. */
export function resolveGrpc(
  scope: Scope,
  declared: readonly GrpcServiceDeclaration[] | undefined,
  aggregates: readonly AggregateModel[],
  useCases: readonly UseCaseModel[],
): GrpcServiceModel[] {
  if (declared === undefined) return aggregates.map((aggregate) => ofAggregate(aggregate, useCases));
  const names = useCases.map((useCase) => useCase.name);
  const exposed = new Map<string, string>();
  return declared.map((service) => {
    checkService(scope, service);
    const listed = service.useCases.filter((useCase) => {
      if (!names.includes(useCase.text)) {
        scope.problems.error(
          'grpc/unknown-use-case',
          useCase.span,
          `There is no use case "${useCase.text}".`,
          `${didYouMean(useCase.text, names)}Use cases are ${names.join(', ')}.`,
        );
        return false;
      }
      const first = exposed.get(useCase.text);
      if (first !== undefined) {
        scope.problems.error(
          'grpc/exposed-twice',
          useCase.span,
          `${useCase.text} is exposed by ${first} already.`,
          'List a use case once; its messages belong to one rpc.',
        );
        return false;
      }
      exposed.set(useCase.text, service.name.text);
      return true;
    });
    return { ...elementOf(service), useCases: listed.map((useCase) => useCase.text) };
  });
}

function ofAggregate(aggregate: AggregateModel, useCases: readonly UseCaseModel[]): GrpcServiceModel {
  return {
    name: `${aggregate.name}Service`,
    plan: aggregate.plan,
    ...(aggregate.span === undefined ? {} : { span: aggregate.span }),
    useCases: useCases.filter((useCase) => useCase.aggregate === aggregate.name).map((useCase) => useCase.name),
  };
}

function checkService(scope: Scope, { name, useCases }: GrpcServiceDeclaration): void {
  checkPascal(scope.problems, name, 'The service');
  if (!name.text.endsWith('Service')) {
    scope.problems.error(
      'grpc/service-suffix',
      name.span,
      `The gRPC service "${name.text}" does not end in "Service".`,
      `Write ${name.text}Service; buf's rules ask for it.`,
    );
  }
  if (useCases.length === 0)
    scope.problems.error(
      'grpc/empty-service',
      name.span,
      `${name.text} exposes nothing.`,
      'List use cases, or remove the service.',
    );
}
