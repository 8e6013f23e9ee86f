import type { ColumnModel, ColumnType, TableModel } from './schema-model';
import type { NameScope } from './schema-names';

export const OUTBOX = '#outbox';

/** Events that were recorded and not yet published, in the order of their transactions' writes. */
export function outboxTable(name: string, relations: NameScope, before: TableModel | undefined): TableModel {
  const eventKey = before?.indexes[0]?.name ?? relations.claim([name, 'event_id'], '_key');
  return {
    name,
    origin: OUTBOX,
    columns: [
      { ...column('position', { kind: 'bigint' }), generated: true },
      column('event_id', { kind: 'uuid' }),
      column('type', { kind: 'text' }),
      column('aggregate', { kind: 'text' }),
      column('aggregate_id', { kind: 'text' }),
      column('payload', { kind: 'json', shape: { kind: 'any' } }),
      column('occurred_at', { kind: 'instant' }),
      { ...column('published_at', { kind: 'instant' }), required: false },
    ],
    primaryKey: { name: before?.primaryKey.name ?? relations.claim([name], '_pkey'), columns: ['position'] },
    checks: [],
    indexes: [{ name: eventKey, unique: true, method: 'ordered', columns: [{ column: 'event_id' }] }],
  };
}

function column(name: string, type: ColumnType): ColumnModel {
  return { name, origin: `#${name}`, type, required: true };
}
