import type { Scenario } from '../service/scenario';

const HOSTILE = '"quoted" \'single\' `tick` */ <%= 1 %> ${x} \\ \u2028 #{y}';
const object = (name: string) => ({ class: name, width: '1.5' });
const order = (number: number, from: string) => ({
  class: 'DEFAULT_CLASS',
  from,
  constructor: 'constructor',
  package: object(`box ${number}`),
  order: number,
  user: 'user/1',
  metadata: { __proto__key: 'x', constructor: 'y' },
  import: ['a', 'b'],
  lines: [{ sku: 'ABC-1234', quantity: 2, notes: [{ where: 'top', text: HOSTILE }] }],
  parcels: [object('parcel')],
});

/** Names that are reserved words somewhere keep their plain form on the wire; hostile text stays text. */
export const warehouse: Scenario = {
  package: 'warehouse.v1',
  steps: [
    {
      call: 'OrderService/CreateOrder',
      request: () => order(1, HOSTILE),
      answers: {
        order: {
          class: 'DEFAULT_CLASS',
          from: HOSTILE,
          constructor: 'constructor',
          select: 0,
          order: 1,
          type: 'FUNCTION_RETURN',
          self: false,
          has_own_property: true,
          state: 'ORDER_STATE_NEW',
          package: { class: 'box 1', default: 'DEFAULT_DEFAULT', width: '1.500' },
          lines: [{ sku: 'ABC-1234', quantity: 2, export: '0.00', notes: [{ where: 'top', text: HOSTILE }] }],
        },
      },
      remember: { order: 'order.id', line: 'order.lines.0.id' },
    },
    { call: 'OrderService/CreateOrder', request: () => order(1, 'elsewhere'), status: 'ALREADY_EXISTS' },
    {
      call: 'OrderService/CreateOrder',
      request: () => ({ ...order(2, 'x'), class: 'DEFAULT_UNSPECIFIED', order: -1 }),
      status: 'INVALID_ARGUMENT',
      says: ['class', 'order'],
    },
    { call: 'OrderService/YieldOrder', request: ({ order: id }) => ({ id }), status: 'FAILED_PRECONDITION' },
    {
      call: 'OrderService/ImportOrder',
      request: ({ order: id }) => ({ id, expected_version: '1', import: ['c'] }),
      answers: { order: { state: 'ORDER_STATE_IF', import: ['c'], version: '2' } },
    },
    {
      call: 'OrderService/ExportOrder',
      request: ({ order: id }) => ({ id, expected_version: '1', line: { sku: 'ABC-9999', quantity: 1 } }),
      status: 'ABORTED',
    },
    {
      call: 'OrderService/ExportOrder',
      request: ({ order: id }) => ({ id, line: { sku: 'ABC-1234', quantity: 1 } }),
      status: 'ALREADY_EXISTS',
    },
    {
      call: 'OrderService/ExportOrder',
      request: ({ order: id }) => ({ id, line: { sku: 'ABC-9999', quantity: 1, in: '/a/b' } }),
      answers: { order: { lines: [{ sku: 'ABC-1234' }, { sku: 'ABC-9999', in: '/a/b' }] } },
    },
    {
      call: 'OrderService/RemoveOrder',
      request: ({ order: id, line }) => ({ id, line_id: line }),
      answers: { order: { lines: [{ sku: 'ABC-9999' }] } },
    },
    {
      call: 'OrderService/RemoveOrder',
      request: ({ order: id, line }) => ({ id, line_id: line }),
      status: 'NOT_FOUND',
    },
    {
      call: 'OrderService/YieldOrder',
      request: ({ order: id }) => ({ id }),
      answers: { order: { state: 'ORDER_STATE_WHILE', message: 'a "b" \\ ${c}' } },
    },
    {
      call: 'OrderService/SwitchOrder',
      request: ({ order: id }) => ({ id, null: 'null', table: 'table', with: 'with' }),
      answers: { order: { type: 'FUNCTION_AWAIT', self: true, null: 'null', table: 'table' } },
    },
    { call: 'OrderService/Get', request: ({ order: id }) => ({ id }), answers: { order: { from: HOSTILE } } },
    {
      call: 'OrderService/ListOrders',
      request: () => ({ class: 'DEFAULT_CLASS', from: HOSTILE }),
      answers: { orders: [{ order: 1 }] },
    },
    {
      call: 'OrderService/Where',
      request: () => ({ package_class: 'box 1', from: HOSTILE }),
      answers: { order: { order: 1 } },
    },
    {
      call: 'OrderService/Return',
      request: ({ order: id }) => ({ id, class: 'DEFAULT_NULL', import: [] }),
      status: 'UNIMPLEMENTED',
    },
    { call: 'OrderService/DeleteOrder', request: ({ order: id }) => ({ id }), status: 'FAILED_PRECONDITION' },
    {
      call: 'ItemService/CreateItem',
      request: () => ({
        id: 'ABC-1234',
        name: 'Tea',
        on_hand: '9007199254740993',
        weight: '0.125',
        bin: { id: 'A01' },
        attributes: { origin: { country: 'VN' } },
        shelf_life: '86400s',
        density: 0.1,
        best_before: '2027-02-28',
        picture: 'AAEC',
      }),
      answers: {
        item: {
          on_hand: '9007199254740993',
          weight: '0.125',
          bin: { id: 'A01', level: 1, lock: false },
          attributes: { origin: { country: 'VN' } },
          shelf_life: '86400s',
          density: 0.1,
          best_before: '2027-02-28',
          picture: 'AAEC',
        },
      },
    },
    {
      call: 'ItemService/CreateItem',
      request: () => ({ id: 'abc', weight: '0.1234', name: '', bin: {} }),
      status: 'INVALID_ARGUMENT',
      says: ['"id"', 'weight', 'name', 'bin.id'],
    },
    { call: 'ItemService/TagItem', request: () => ({ id: 'ABC-1234', value: '0190f2ff-7d2c-7cc2-8b5b-3d7a3c1f0a11' }) },
    {
      call: 'ItemService/TagItem',
      request: () => ({ id: 'ABC-1234', value: '0190f2ff-7d2c-7cc2-8b5b-3d7a3c1f0a11' }),
      status: 'ALREADY_EXISTS',
    },
    {
      call: 'SupplierService/CreateSupplier',
      request: () => ({ id: 'partners/42', since: '2026-01-01', item_id: 'ABC-1234' }),
      answers: { supplier: { id: 'partners/42', item_id: 'ABC-1234' } },
    },
    {
      call: 'SupplierService/SupplySupplier',
      request: () => ({ id: 'partners/42', item_id: 'ABC-1234', prices: { EUR: '1.5' } }),
      answers: { supplier: { items: ['ABC-1234'], prices: { EUR: '1.5000' } } },
    },
  ],
  afterRestart: [
    {
      call: 'OrderService/Get',
      request: ({ order: id }) => ({ id }),
      answers: {
        order: { from: HOSTILE, table: 'table', metadata: { constructor: 'y' }, lines: [{ sku: 'ABC-9999' }] },
      },
    },
    {
      call: 'ItemService/GetItem',
      request: () => ({ id: 'ABC-1234' }),
      answers: { item: { on_hand: '9007199254740993', serials: ['0190f2ff-7d2c-7cc2-8b5b-3d7a3c1f0a11'] } },
    },
  ],
};
