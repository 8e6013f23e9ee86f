import type { RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';
import { renderContract } from './contract';
import { renderEnums } from './enums';
import { renderMappers } from './mappers';
import { renderServer } from './server';
import { renderServicer } from './servicers';
import { renderE2eTests } from './tests/e2e/e2e-tests';
import { renderFixedTests } from './tests/fixed-tests';
import { renderValidationTests } from './tests/validation-tests';

export { createPresentationNames, type PresentationNames } from './names';

/** Phase 5: the gRPC contract, the server and the program; and their tests, of phase 6. */
export function renderPresentation(context: RenderContext): RenderedFile[] {
  return [
    ...renderContract(context),
    ...renderServer(context),
    ...renderEnums(context),
    ...renderMappers(context),
    ...context.proto.services.map((service) => renderServicer(context, service)),
    ...renderFixedTests(context),
    ...renderValidationTests(context),
    ...renderE2eTests(context),
  ];
}
