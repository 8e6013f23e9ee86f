/**
 * Where a plan that lists its files wants its artifacts, by artifact id. Ids are those of tasks (`domain/entity/Order.Fill`);
 * the kinds that can be placed are `ARTIFACT_KINDS`. A rendered plan places nothing: everything has its usual path.
 */
export type Placements = Readonly<Record<string, Placement>>;

export interface Placement {
  /** From the project's directory, separated by `/`: `src/domain/entities/order_line.py`. */
  readonly path: string;
  /** The class that the file's name says, PascalCase: `OrderLine`, `OrderRepositoryImpl`. */
  readonly className: string;
  /** Id of the plan that lists it; of an `extra/file`. */
  readonly plan?: string;
}

/** What stands before the name in an artifact id. The name is the plan's (`Order`, `Order.Fill`, `PlaceOrder`). */
export const ARTIFACT_KINDS = [
  'domain/aggregate',
  /** `Order.Fill`. */
  'domain/entity',
  'domain/value-object',
  'domain/enum',
  'domain/event',
  /** All events of an aggregate in one: `Order`. */
  'domain/events',
  'domain/service',
  'repository/interface',
  'repository/implementation',
  'application/use-case',
  /** What an aggregate's use cases answer: `Order`. */
  'application/dto',
  /** What a use case takes, in a file of its own: `PlaceOrder`. */
  'application/command',
  /** What a custom use case answers, in a file of its own: `RouteOrder`. */
  'application/result',
  'application/port',
  /** `BrokerGateway`, or `BrokerGateway.SSI` for one member of its `select`. */
  'infrastructure/adapter',
  /** No name: `infrastructure/container`. */
  'infrastructure/container',
  'infrastructure/config',
  'presentation/service',
  /** By aggregate. */
  'presentation/mapper',
  /** A listed file that is no artifact of the model: the name is its path, and what comes out is a class to write. */
  'extra/file',
] as const;
export type ArtifactKind = (typeof ARTIFACT_KINDS)[number];

/** `artifactId('domain/entity', 'Order.Fill')` is `domain/entity/Order.Fill`. */
export function artifactId(kind: ArtifactKind, name?: string): string {
  return name === undefined ? kind : `${kind}/${name}`;
}
