import type { ImportTarget } from '@planner/target';
import type { Layer } from '../check';
import { isDatabasePackage } from './database-packages';
import type { Territory } from './territory';

/** Why an import is not allowed. */
export interface Verdict {
  readonly rule: string;
  readonly message: string;
  readonly hint: string;
}

/** What a layer may be told to tolerate. */
export interface Tolerances {
  readonly isAllowed: (layer: Layer, target: ImportTarget) => boolean;
  readonly isCompositionRoot: (path: string) => boolean;
  /** Whether a file of infrastructure is for every layer, as a logger is. */
  readonly isCrossCutting: (path: string) => boolean;
  readonly isPublished: (path: string) => boolean;
  /** Whether the application keeps to the kernel, as in what planner scaffolds. */
  readonly strictApplication: boolean;
}

/** An import, seen from the file that it stands in. */
export interface Crossing {
  readonly path: string;
  readonly from: Territory;
  readonly target: ImportTarget;
  /** Of the target, if it is a file of the workspace. */
  readonly to: Territory | undefined;
}

/** Judges one import; undefined where nothing is wrong with it. */
export function judge(crossing: Crossing, tolerances: Tolerances): Verdict | undefined {
  const { from, target, to } = crossing;
  if (to?.kernel === true) return undefined;
  const foreign = reachesIntoContext(crossing, tolerances);
  if (foreign !== undefined) return foreign;
  if (from.layer === undefined || tolerances.isAllowed(from.layer, target)) return undefined;
  // What nobody finds is for the compiler to report, unless its path says enough.
  if (target.kind === 'missing' && to?.layer === undefined) return undefined;
  return LAYER_JUDGES[from.layer](crossing, tolerances);
}

function reachesIntoContext({ from, target, to }: Crossing, { isPublished }: Tolerances): Verdict | undefined {
  if (to?.layer === undefined || to.context === undefined || to.context === from.context) return undefined;
  if ((target.kind !== 'file' && target.kind !== 'missing') || isPublished(target.path)) return undefined;
  return {
    rule: 'layers/context',
    message: `This reaches into the ${to.layer} of the context ${to.context}.`,
    hint: 'Contexts meet through what they publish: call its service by the generated client, follow its events, or keep its ids as values of your own.',
  };
}

type LayerJudge = (crossing: Crossing, tolerances: Tolerances) => Verdict | undefined;

const LAYER_JUDGES: Readonly<Record<Layer, LayerJudge>> = {
  domain: ({ target, to }) => {
    if (target.kind === 'standard' || to?.layer === 'domain') return undefined;
    const hint =
      to?.layer === undefined && target.kind === 'package'
        ? 'Express it with the language and the shared kernel, or declare a port in the application and implement it in infrastructure.'
        : 'Declare what the domain needs as an interface of its own, and implement it further out.';
    return {
      rule: 'layers/domain',
      message: `The domain must not import ${named(target, to)}: it knows itself, the shared kernel and the standard library.`,
      hint,
    };
  },
  application: ({ target, to }, { strictApplication }) => {
    if (to?.layer === 'infrastructure' || to?.layer === 'presentation') {
      const hint =
        to.layer === 'infrastructure'
          ? 'Declare a port in the application, implement it in infrastructure, and let the composition root bring them together.'
          : 'Take plain values in and give DTOs back; presentation maps them.';
      return { rule: 'layers/application', message: `The application must not import ${named(target, to)}.`, hint };
    }
    if (target.kind !== 'package' || !strictApplication) return undefined;
    return {
      rule: 'layers/application',
      message: `The application must not import ${named(target, to)}: it knows the domain, the shared kernel and the standard library.`,
      hint: 'Put a port in front of it: an interface in the application that infrastructure implements.',
    };
  },
  infrastructure: ({ path, target, to }, { isCompositionRoot }) => {
    if (to?.layer !== 'presentation' || isCompositionRoot(path)) return undefined;
    return {
      rule: 'layers/infrastructure',
      message: `Infrastructure must not import ${named(target, to)}.`,
      hint: 'Let main or the composition root bring the two together.',
    };
  },
  presentation: ({ target, to }, { isCrossCutting }) => {
    if (to?.layer === 'infrastructure') {
      if (target.kind === 'file' && isCrossCutting(target.path)) return undefined;
      return {
        rule: 'layers/presentation',
        message: `Presentation must not import ${named(target, to)}.`,
        hint: 'Call a use case or a query of the application; main hands it in.',
      };
    }
    if ((target.kind !== 'package' && target.kind !== 'standard') || !isDatabasePackage(target.name)) return undefined;
    return {
      rule: 'layers/presentation',
      message: `Presentation must not import ${named(target, to)}: persistence lies behind the application.`,
      hint: 'Call a use case or a query of the application.',
    };
  },
};

function named(target: ImportTarget, to: Territory | undefined): string {
  switch (target.kind) {
    case 'package':
      return `the package ${target.name}`;
    case 'standard':
      return target.name;
    default:
      return to?.layer === undefined
        ? `${target.path}, which is part of no layer`
        : `from ${to.layer} (${target.path})`;
  }
}
