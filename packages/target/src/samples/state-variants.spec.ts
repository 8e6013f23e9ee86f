import type { TypeModel } from '@planner/model';
import { aggregate, field, parameter, scalar } from '../testing/models';
import { fieldVariant, requestVariant } from './state-variants';

const parts: TypeModel = {
  kind: 'list',
  element: { kind: 'entity', aggregate: 'Box', name: 'Part' },
  distinct: false,
};
const fields = [field('lefts', parts), field('note', scalar('text')), field('rights', parts)];

/** A bool or an enum of two members goes by the parity of the variant. */
const isOdd = (variant: number) => variant % 2 === 1;

describe('samples of entities in two fields differ, even where what is unique has two values only', () => {
  it('in the state', () => {
    const [left, right] = ['lefts', 'rights'].map((name) => fieldVariant(aggregate('Box', fields), name, parts, 1));
    expect(isOdd(left ?? 0)).not.toBe(isOdd(right ?? 0));
  });

  it('in what a caller gives', () => {
    const slots = fields.map((own) => parameter(own));
    const [left, note, right] = slots.map((slot) => requestVariant(slots, slot));
    expect(isOdd(left ?? 0)).not.toBe(isOdd(right ?? 0));
    expect(note).toBe(1);
  });
});
