import type { RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';
import { renderContract } from './contract';
import { renderMappers } from './mappers';
import { renderRequests } from './requests';
import { renderServer } from './server';
import { renderService } from './services';
import { renderE2eTests } from './tests/e2e/e2e-tests';
import { renderFixedTests } from './tests/fixed-tests';
import { renderValidationTests } from './tests/validation-tests';
import { renderTypeSchemas } from './type-schemas';

export { createPresentationNames, type PresentationNames } from './names';

/** Phase 5: the gRPC contract, the server and the program; and their tests, of phase 6. */
export function renderPresentation(context: RenderContext): RenderedFile[] {
  const { services } = context.proto;
  return [
    ...renderContract(context),
    ...renderServer(context),
    ...renderMappers(context),
    ...renderTypeSchemas(context),
    ...services.flatMap((service) => [...renderRequests(context, service), renderService(context, service)]),
    ...renderFixedTests(context),
    ...renderValidationTests(context),
    ...renderE2eTests(context),
  ];
}
