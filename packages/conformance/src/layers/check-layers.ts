import type { ImportFact, ImportTarget, Place } from '@planner/target';
import type { Check, Layer, SourceFile, VerifiedProject } from '../check';
import type { Finding, RelatedPlace } from '../finding';
import { Lines, spanIn } from '../lines';
import type { RuleSettings } from '../settings';
import { judge, type Tolerances, type Verdict } from './judge';
import { Origins, type Origin } from './origins';
import { LAYER_RULES } from './rules';
import { isTest, Territories, type Territory } from './territory';

/** Which layer may import what: the rules of docs/rules/layers. */
export const layersCheck: Check = {
  rules: LAYER_RULES.map(({ id }) => id),
  open(project, settings) {
    const visit = new LayersVisit(project, settings);
    return { file: (file) => visit.file(file) };
  },
};

class LayersVisit {
  private readonly territories: Territories;
  private readonly origins: Origins;
  private readonly tolerances: Tolerances;

  constructor(
    private readonly project: VerifiedProject,
    settings: RuleSettings,
  ) {
    this.territories = new Territories(project);
    this.origins = new Origins(project, (path) => {
      const { layer, kernel } = this.territories.of(path);
      return layer === undefined && !kernel;
    });
    this.tolerances = tolerancesOf(project, settings);
  }

  file(file: SourceFile): Finding[] {
    const territory = this.territories.of(file.path);
    const test = isTest(file.inProject);
    // Of a file without a layer nothing can be wrong but that it reaches into another context.
    const from: Territory = test ? withoutLayer(territory) : territory;
    if (from.layer === undefined && !this.territories.hasOthers) return [];
    const seen = new Set<string>();
    return (file.facts?.imports ?? []).flatMap((imported) => this.judgeImport(file, from, imported, seen));
  }

  /** At most one finding for an import: the module that it names before those behind it. */
  private judgeImport(file: SourceFile, from: Territory, imported: ImportFact, seen: Set<string>): Finding[] {
    for (const origin of this.origins.of(file.path, imported)) {
      const to = this.territoryOf(origin.target);
      const verdict = judge({ path: file.inProject, from, target: origin.target, to }, this.tolerances);
      if (verdict === undefined) continue;
      const at = this.placeOf(imported, origin, to);
      // An import that is exported again is one import.
      const key = `${at.start}:${verdict.rule}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [this.finding(file, verdict, origin, at)];
    }
    return [];
  }

  private territoryOf(target: ImportTarget): Territory | undefined {
    return target.kind === 'file' || target.kind === 'missing' ? this.territories.of(target.path) : undefined;
  }

  /** The specifier, unless it is a name behind it that leads into the layer: `from src import infrastructure`. */
  private placeOf(imported: ImportFact, { target, at, through }: Origin, to: Territory | undefined): Place {
    if (target.kind !== 'file' || through.length > 0) return imported.at;
    const module = target.path.replace(/\/__init__\.pyi?$|\.\w+$/, '');
    const container = this.territories.of(`${module.slice(0, Math.max(0, module.lastIndexOf('/')))}/_`);
    return container.layer === to?.layer && container.context === to?.context ? imported.at : at;
  }

  private finding(file: SourceFile, { rule, message, hint }: Verdict, { through }: Origin, at: Place): Finding {
    const way = through.map(({ path }) => path).join(' and ');
    const related = through.map((passage) => this.related(passage.path, passage.at));
    return {
      rule,
      severity: 'error',
      message: way === '' ? message : `${message} It comes through ${way}.`,
      hint,
      span: file.span(at),
      ...(related.length === 0 ? {} : { related }),
    };
  }

  private related(path: string, { start, end }: Place): RelatedPlace {
    return {
      message: 'It is passed on here',
      span: spanIn(path, new Lines(this.project.tree.read(path) ?? ''), start, end),
    };
  }
}

function withoutLayer({ layer: _layer, ...rest }: Territory): Territory {
  return rest;
}

function tolerancesOf(project: VerifiedProject, settings: RuleSettings): Tolerances {
  const listed = (rule: string, option: string): readonly string[] => {
    const value = settings.options(rule)[option];
    return Array.isArray(value) ? (value as readonly string[]) : [];
  };
  const isIn = (rule: string, option: string) => {
    const names = new Set(listed(rule, option));
    return (path: string): boolean => path.split('/').some((segment) => names.has(segment.replace(/\.\w+$/, '')));
  };
  const prefix = project.directory === '' ? '' : `${project.directory}/`;
  const isListed = (layer: Layer, target: ImportTarget): boolean =>
    listed(`layers/${layer}`, 'allow').some((entry) => {
      if (target.kind === 'package' || target.kind === 'standard') return entry === target.name;
      const path = prefix + entry;
      return target.path === path || target.path.startsWith(`${path}/`) || target.path.replace(/\.\w+$/, '') === path;
    });
  return {
    isAllowed: isListed,
    isCompositionRoot: isIn('layers/infrastructure', 'compositionRoots'),
    isCrossCutting: isIn('layers/presentation', 'crossCutting'),
    isPublished: isIn('layers/context', 'published'),
    strictApplication: project.context !== undefined,
  };
}
