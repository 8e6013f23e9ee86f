import { NOTHING_ISSUED, PHASES, type Placements } from '@planner/target';
import { contextModelOf, FIXTURES } from '@planner/testing';
import { pythonTarget } from '..';

function render(placements: Placements): ReadonlyMap<string, string> {
  const kernel = { directory: 'packages/kernel-python', packageName: 'kernel-python' };
  const project = { name: 'broker', directory: 'packages/broker', scope: '', kernel, plans: [] };
  const model = { ...contextModelOf(FIXTURES.broker), language: 'python' };
  const { files } = pythonTarget.render({
    model,
    project,
    phases: new Set(PHASES),
    issued: NOTHING_ISSUED,
    placements,
  });
  return new Map(files.map(({ path, text }) => [path.slice('packages/broker/'.length), text]));
}

describe('files that a plan lists', () => {
  it.each([
    ['infrastructure/container', 'src/infrastructure/di/container.py', 'Container'],
    ['infrastructure/config', 'src/infrastructure/config/database_config.py', 'DatabaseConfig'],
    ['infrastructure/config', 'src/infrastructure/config/postgres_settings.py', 'PostgresSettings'],
    ['domain/value-object/Money', 'src/domain/value_objects/cash.py', 'Cash'],
    ['domain/entity/Order.Fill', 'src/domain/entities/order_fill.py', 'OrderFill'],
    ['presentation/mapper/Order', 'src/presentation/grpc/mappers/orders.py', 'Orders'],
    ['repository/implementation/Order', 'src/infrastructure/persistence/sql_order_repository.py', 'SqlOrderRepository'],
    ['extra/file/src/application/services/pricing.py', 'src/application/services/pricing.py', 'Pricing'],
  ])('%s comes out at %s as %s', (id, path, className) => {
    const files = render({ [id]: { path, className } });
    expect(files.get(path)?.match(new RegExp(`^class ${className}\\b`, 'gm'))).toHaveLength(1);
  });

  it('are followed by whatever imports them', () => {
    const files = render({
      'domain/value-object/Money': { path: 'src/domain/value_objects/cash.py', className: 'Cash' },
    });
    expect(files.has('src/domain/value_objects/money.py')).toBe(false);
    expect(files.get('src/domain/aggregates/order/order.py')).toContain(
      'from src.domain.value_objects.cash import Cash\n',
    );
  });
});
