import { snakeCase, type ContextModel, type GrpcServiceModel } from '@planner/model';
import { useCaseOutput } from '../model-facts';
import type { Phrases } from '../phrases';
import type { Toolchain } from '../toolchain';
import { EFFORT } from './effort';
import { task, type PlannedTask } from './planned-task';

/** Phase 5: contract, services, mappers, validation, errors, paging, documentation. */
export function presentationTasks(model: ContextModel, tools: Toolchain, say: Phrases): PlannedTask[] {
  const exposed = new Set(model.grpcServices.flatMap((service) => service.useCases));
  const lists = model.useCases
    .filter((useCase) => useCase.output.kind === 'page' && exposed.has(useCase.name))
    .map((useCase) => useCase.name);
  return [
    ...model.grpcServices.flatMap((service) => serviceTasks(service, model, tools, say)),
    ...model.aggregates.map((aggregate) =>
      task(`presentation/mapper/${aggregate.name}`, say.presentation.mapper(aggregate.name), EFFORT.mapper),
    ),
    task('presentation/error-mapping', say.presentation.errors(), EFFORT.validation),
    ...(lists.length === 0 ? [] : [task('presentation/paging', say.presentation.paging(lists), EFFORT.paging)]),
    task('presentation/documentation', say.presentation.documentation(), EFFORT.documentation),
  ];
}

function serviceTasks(service: GrpcServiceModel, model: ContextModel, tools: Toolchain, say: Phrases): PlannedTask[] {
  const { name } = service;
  const rpcs = model.useCases.filter((useCase) => service.useCases.includes(useCase.name));
  return [
    task(`presentation/proto/${name}`, say.presentation.proto(name, `${snakeCase(model.context)}.v1`), EFFORT.proto),
    task(
      `presentation/service/${name}`,
      say.presentation.service(name, service.useCases.length),
      EFFORT.proto,
      rpcs.map((useCase) =>
        task(
          `presentation/rpc/${name}.${useCase.name}`,
          say.presentation.rpc(useCase.name, useCaseOutput(useCase)),
          EFFORT.rpc,
        ),
      ),
    ),
    task(`presentation/validation/${name}`, say.presentation.validation(name, tools.inputValidation), EFFORT.validation),
  ];
}
