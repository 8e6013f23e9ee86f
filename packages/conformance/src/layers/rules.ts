import type { Rule } from '../rules';

/** Options of `layers/domain` and `layers/application`: packages, and paths from the project's directory, that may be imported all the same. */
const ALLOW = { allow: [] as readonly string[] };

export const LAYER_RULES: readonly Rule[] = [
  {
    id: 'layers/domain',
    severity: 'error',
    finds: 'A domain that imports more than itself, the shared kernel and the standard library',
    options: ALLOW,
  },
  {
    id: 'layers/application',
    severity: 'error',
    finds: 'An application layer that imports infrastructure, presentation or, where planner scaffolded it, a package',
    options: ALLOW,
  },
  {
    id: 'layers/infrastructure',
    severity: 'error',
    finds: 'An infrastructure that imports presentation outside of its composition root',
    options: { compositionRoots: ['di'] },
  },
  {
    id: 'layers/presentation',
    severity: 'error',
    finds: 'A presentation layer that imports infrastructure or a database library',
    options: { ...ALLOW, crossCutting: ['logging'] },
  },
  {
    id: 'layers/context',
    severity: 'error',
    finds: 'Code that reaches into the layers of another bounded context',
    options: { published: ['generated', 'proto', 'contract', 'contracts', 'published', 'published_language'] },
  },
];
