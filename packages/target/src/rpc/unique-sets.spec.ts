import type { AggregateModel, AssignmentModel, OperationModel } from '@planner/model';
import { aggregate, context, field, operation, parameter, scalar } from '../testing/models';
import { protoModel } from '../proto';
import { exposedAggregates, type ExposedAggregate } from './exposed-aggregates';
import {
  distinctCreations,
  isolation,
  numberOfCreations,
  refusesRepetition,
  uniqueParameters,
  type ReadSample,
} from './unique-sets';

const code = field('code', scalar('string'), { unique: true });
const kind = field('kind', scalar('bool'), { default: { kind: 'literal', text: 'true' } });
const note = field('note', scalar('text'), { optional: true });
const fields = [code, kind, note];

/** As many values as there are variants. */
const distinct: ReadSample = (_request, path, variant) => `${path.join('.')} ${variant}`;
/** Two values. */
const parity: ReadSample = (_request, _path, variant) => String(variant % 2);

const sets = (field: string, value: AssignmentModel['value']): AssignmentModel => ({ field, value });
const fromParameter = (name: string): AssignmentModel => sets(name, { kind: 'parameter', parameter: name });

/** `create` as given; by default it takes the code. */
function box(
  unique: AggregateModel['unique'],
  operations: readonly Partial<OperationModel>[] = [],
  create: Partial<OperationModel> = {},
): ExposedAggregate {
  const all = [
    { ...operation('create', 'create', [parameter(code)]), assignments: [fromParameter('code')], ...create },
    ...operations.map((own, index) => ({
      ...operation(`change${String.fromCharCode(65 + index)}`, 'change', [parameter(code)]),
      ...own,
    })),
  ];
  const model = context([aggregate('Box', fields, { unique, operations: all })]);
  const [exposed] = exposedAggregates({ model, proto: protoModel(model, {}) });
  if (!exposed) throw new Error('nothing is exposed');
  return exposed;
}

describe('what create takes that only one may have', () => {
  it('is what unique fields are set to, under whatever name', () => {
    const renamed = { ...parameter(code), name: 'label' };
    const own = box([['code']], [], {
      parameters: [renamed],
      assignments: [sets('code', { kind: 'parameter', parameter: 'label' })],
    });
    expect([...uniqueParameters(own)]).toEqual(['label']);
  });

  it('is the whole parameter of which a part is unique', () => {
    expect([...uniqueParameters(box([['code.part']]))]).toEqual(['code']);
  });

  it('is nothing where nothing is unique', () => {
    expect([...uniqueParameters(box([]))]).toEqual([]);
  });
});

describe('a request that comes again', () => {
  it.each([
    { set: ['code'], refused: true },
    { set: ['code', 'kind'], refused: true },
    { set: ['code', 'note'], refused: false },
    { set: ['note'], refused: false },
    { set: ['version'], refused: true },
    { set: ['id', 'code'], refused: false },
  ])('is refused: $refused, where $set is unique', ({ set, refused }) => {
    expect(refusesRepetition(box([set]))).toBe(refused);
  });

  it('is not refused where nothing is unique', () => {
    expect(refusesRepetition(box([]))).toBe(false);
  });
});

describe('calls of create differ', () => {
  it('as long as a type has values', () => {
    const own = box([['code']]);
    expect(distinctCreations(own, distinct)).toBe(numberOfCreations(own));
    expect(distinctCreations(own, parity)).toBe(2);
  });

  it('in one part of a set, where the other one is the same for all', () => {
    expect(distinctCreations(box([['code', 'kind']]), parity)).toBe(2);
  });

  it('in the part of a value that is unique, not in the rest of it', () => {
    const partly: ReadSample = (request, path, variant) =>
      path.join('.') === 'code.part' ? parity(request, path, variant) : distinct(request, path, variant);
    const own = box([['code.part']]);
    expect(distinctCreations(own, partly)).toBe(2);
    expect(distinctCreations(box([['code']]), partly)).toBe(numberOfCreations(own));
  });

  it('without end where a part is absent', () => {
    const own = box([['code', 'note']]);
    expect(distinctCreations(own, parity)).toBe(numberOfCreations(own));
  });

  it('not at all where every part is the same for all', () => {
    expect(distinctCreations(box([['kind']]), distinct)).toBe(1);
    const fixed = box([['code']], [], { parameters: [], assignments: [sets('code', { kind: 'literal', text: 'x' })] });
    expect(distinctCreations(fixed, distinct)).toBe(1);
  });
});

describe('tests share a service', () => {
  const shared = { alone: false, isolated: false };
  const isolated = { alone: false, isolated: true };
  const rename = { assignments: [fromParameter('code')] };

  it('where operations store nothing that is unique', () => {
    expect(
      isolation(
        box([['code']], [{ assignments: [fromParameter('note')] }, { assignments: [fromParameter('kind')] }]),
        distinct,
      ),
    ).toEqual(shared);
  });

  it('where one of them does, with another value than all calls of create', () => {
    expect(isolation(box([['code']], [rename]), distinct)).toEqual(shared);
  });

  it('where one of them clears it', () => {
    const clear = { assignments: [sets('code', { kind: 'none' })] };
    expect(isolation(box([['code']], [clear, clear]), distinct)).toEqual(shared);
  });

  it('not where one of them stores what a call of create may have stored', () => {
    const constant: ReadSample = (request, path, variant) =>
      variant === 5 ? 'code 107' : distinct(request, path, variant);
    const own: ReadSample = (request, path, variant) =>
      variant === 107 ? 'code 107' : constant(request, path, variant);
    expect(isolation(box([['code']], [rename]), own)).toEqual(isolated);
  });

  it('not where one of them stores what the plan says', () => {
    expect(
      isolation(box([['code']], [{ assignments: [sets('code', { kind: 'literal', text: 'x' })] }]), distinct),
    ).toEqual(isolated);
  });

  it('not where two of them store the same', () => {
    expect(isolation(box([['code']], [rename, rename]), distinct)).toEqual(isolated);
  });

  it('not where there can be one aggregate only, or not enough of them', () => {
    expect(isolation(box([['kind']]), distinct)).toEqual({ alone: true, isolated: true });
    expect(isolation(box([['code']]), parity)).toEqual({ alone: true, isolated: true });
  });
});
