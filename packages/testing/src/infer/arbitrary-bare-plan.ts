import fc from 'fast-check';

const WORDS = [
  'order',
  'line',
  'portfolio',
  'quote',
  'id',
  'class',
  'error',
  'version',
  'created',
  'cancelled',
  'list',
  'get',
  'user',
  'service',
  'lệnh',
  '2fa',
  'ssi',
  'money',
  'event',
  'none',
  'status',
];
const FOLDERS = [
  'domain/entities',
  'domain/value_objects',
  'domain/aggregates/order',
  'domain/aggregates/quote',
  'domain/aggregates',
  'domain/events',
  'domain/enums',
  'domain/services',
  'domain/repositories',
  'domain/order',
  'domain',
  'application/use_cases/order',
  'application/use_cases',
  'application/dtos/order',
  'application/ports',
  'application/commands',
  'infrastructure/persistence',
  'infrastructure/adapters',
  'infrastructure/di',
  'infrastructure/config',
  'presentation/grpc/servicers',
  'presentation/grpc/mappers',
  'presentation/grpc',
  '',
];
const SUFFIXES = [
  '',
  '',
  '_repository',
  '_repository_impl',
  '_dto',
  '_adapter',
  '_servicer',
  '_mapper',
  '_use_case',
  '_events',
  '_gateway',
  '_port',
  '_command',
  '_entity',
  '_aggregate',
];

const stem = fc
  .tuple(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }), fc.constantFrom(...SUFFIXES))
  .map(([words, suffix]) => words.join('_') + suffix);

const path = fc
  .tuple(fc.constantFrom(...FOLDERS), stem)
  .map(([folder, name]) => ['src', folder, `${name}.py`].filter((part) => part !== '').join('/'));

const name = fc.constantFrom(
  'Order',
  'OrderLine',
  'Quote',
  '`Portfolio`',
  'Order Aggregate',
  'Lệnh',
  'User (new)',
  'Error',
  'Orders',
  'none',
);

const task = fc.constantFrom(
  'Implement `PlaceOrder` use case',
  'Create CancelOrderUseCase',
  'Triển khai use case HủyLệnh',
  'Use cases: GetOrder, Order and Version',
  'Create `src/domain/value_objects/price.py`',
  'Write tests',
);

/** A bare plan with what it lists: files of every kind under all sorts of names, in no particular order. */
export const arbitraryBarePlan = fc
  .record({
    context: fc.constantFrom(
      'Broker',
      'Ngữ cảnh môi giới',
      '`x`',
      '2nd Market',
      '',
      'This belongs to the Market Data context',
    ),
    aggregates: fc.array(name, { maxLength: 4 }),
    paths: fc.array(path, { minLength: 1, maxLength: 14 }),
    tasks: fc.array(task, { maxLength: 4 }),
  })
  .map(({ context, aggregates, paths, tasks }) => ({
    text: [
      '# Plan: Orders',
      '## Overview',
      `- **DDD Context**: ${context}`,
      `- **Affected Aggregates**: ${aggregates.join(', ')}`,
      '### Phase 1',
      ...tasks.map((each) => `- [ ] ${each}`),
      '### Step 1',
      '**Files to create:**',
      ...paths.map((each) => `- \`${each}\``),
      '',
    ].join('\n'),
    paths,
  }));
