import type { Scenario } from '../service/scenario';

const OWNER = '0190f2ff-7d2c-7cc2-8b5b-3d7a3c1f0a11';
const vnd = (amount: string) => ({ amount, currency: 'MONEY_CURRENCY_VND' });
const order = (account: string, clientOrderId: string) => ({
  account_id: account,
  client_order_id: clientOrderId,
  broker: 'BROKER_SSI',
  symbol: 'FPT',
  side: 'SIDE_BUY',
  quantity: 100,
  limit_price: vnd('95000'),
  tags: ['long'],
  instruction: { text: 'Mua khi mở cửa' },
});

/** Accounts, orders that are filled in parts, instruments with an identity of their own. */
export const broker: Scenario = {
  package: 'broker.v1',
  steps: [
    {
      call: 'AccountService/CreateAccount',
      request: () => ({
        owner_id: OWNER,
        broker: 'BROKER_SSI',
        broker_account_no: '007',
        permissions: [],
        limits: { FPT: vnd('1000000') },
      }),
      answers: {
        account: {
          status: 'ACCOUNT_STATUS_ACTIVE',
          margin: '0.5000',
          verified: false,
          limits: { FPT: vnd('1000000.00') },
        },
      },
      remember: { account: 'account.id' },
    },
    {
      call: 'AccountService/CreateAccount',
      request: () => ({ owner_id: OWNER, broker: 'BROKER_SSI', broker_account_no: '007' }),
      status: 'ALREADY_EXISTS',
    },
    {
      call: 'AccountService/CreateAccount',
      request: () => ({ owner_id: '', broker: 'BROKER_UNSPECIFIED', broker_account_no: 'x'.repeat(33) }),
      status: 'INVALID_ARGUMENT',
      says: ['owner_id', 'broker', 'broker_account_no'],
    },
    {
      call: 'OrderService/PlaceOrder',
      request: ({ account = '' }) => order(account, 'A-1'),
      answers: {
        order: {
          type: 'ORDER_TYPE_LIMIT',
          filled: 0,
          status: 'ORDER_STATUS_PENDING',
          version: '1',
          time_to_live: '28800s',
          instruction: { text: 'Mua khi mở cửa', urgent: false },
        },
      },
      remember: { order: 'order.id' },
    },
    { call: 'OrderService/PlaceOrder', request: ({ account = '' }) => order(account, 'A-1'), status: 'ALREADY_EXISTS' },
    {
      call: 'OrderService/PlaceOrder',
      request: ({ account = '' }) => ({ ...order(account, 'A-2'), quantity: 0, symbol: 'fpt', tags: ['a', 'a'] }),
      status: 'INVALID_ARGUMENT',
      says: ['quantity', 'symbol', 'tags'],
    },
    {
      call: 'OrderService/FillOrder',
      request: ({ order: id }) => ({ id, fill: { execution_id: 'X-1', quantity: 40, price: vnd('95000') } }),
      status: 'FAILED_PRECONDITION',
    },
    {
      call: 'OrderService/OpenOrder',
      request: ({ order: id }) => ({ id, expected_version: '1', broker_order_id: 'B-1' }),
      answers: { order: { status: 'ORDER_STATUS_OPEN', broker_order_id: 'B-1', version: '2' } },
    },
    {
      call: 'OrderService/AmendOrder',
      request: ({ order: id }) => ({ id, expected_version: '1', quantity: 200 }),
      status: 'ABORTED',
    },
    {
      call: 'OrderService/FillOrder',
      request: ({ order: id }) => ({
        id,
        fill: {
          execution_id: 'X-1',
          quantity: 40,
          price: vnd('95000.5'),
          filled_at: '2026-08-24T02:00:00.000001Z',
          legs: [{ venue: 'HOSE', share: '1' }],
        },
      }),
      answers: {
        order: {
          status: 'ORDER_STATUS_PARTIALLY_FILLED',
          fills: [
            {
              execution_id: 'X-1',
              price: vnd('95000.50'),
              filled_at: '2026-08-24T02:00:00.000001Z',
              legs: [{ venue: 'HOSE', share: '1.0000' }],
            },
          ],
        },
      },
      remember: { fill: 'order.fills.0.id' },
    },
    {
      call: 'OrderService/FillOrder',
      request: ({ order: id }) => ({ id, fill: { execution_id: 'X-1', quantity: 1, price: vnd('1') } }),
      status: 'ALREADY_EXISTS',
    },
    { call: 'OrderService/TagOrder', request: ({ order: id }) => ({ id, value: 'long' }), status: 'ALREADY_EXISTS' },
    {
      call: 'OrderService/BustOrder',
      request: ({ order: id, fill }) => ({ id, fill_id: fill }),
      answers: { order: { status: 'ORDER_STATUS_PARTIALLY_FILLED' } },
    },
    { call: 'OrderService/BustOrder', request: ({ order: id, fill }) => ({ id, fill_id: fill }), status: 'NOT_FOUND' },
    { call: 'OrderService/GetOrder', request: () => ({ id: OWNER }), status: 'NOT_FOUND' },
    {
      call: 'OrderService/ListOrders',
      request: ({ account }) => ({
        account_id: account,
        status: 'ORDER_STATUS_PARTIALLY_FILLED',
        limit_price_currency: 'MONEY_CURRENCY_VND',
      }),
      answers: { orders: [{ client_order_id: 'A-1' }] },
    },
    {
      call: 'OrderService/FindOrderByClientId',
      request: ({ account }) => ({ account_id: account, client_order_id: 'A-1' }),
      answers: { order: { broker_order_id: 'B-1' } },
    },
    {
      call: 'OrderService/OrdersAtBroker',
      request: () => ({ broker: 'BROKER_SSI', broker_order_id: 'B-1' }),
      answers: { orders: [{ client_order_id: 'A-1' }] },
    },
    {
      call: 'OrderService/RouteOrder',
      request: ({ order: id }) => ({ order_id: id, broker: 'BROKER_SSI' }),
      status: 'UNIMPLEMENTED',
    },
    {
      call: 'OrderService/PlaceOrder',
      request: ({ account = '' }) => order(account, 'A-3'),
      remember: { second: 'order.id' },
    },
    {
      call: 'OrderService/CancelOrder',
      request: ({ second }) => ({ id: second, reason: 'CANCEL_ORDER_REASON_CLIENT' }),
      answers: { order: { status: 'ORDER_STATUS_CANCELLED' } },
    },
    { call: 'OrderService/DiscardOrder', request: ({ second }) => ({ id: second }) },
    { call: 'OrderService/GetOrder', request: ({ second }) => ({ id: second }), status: 'NOT_FOUND' },
    {
      call: 'InstrumentService/CreateInstrument',
      request: () => ({ id: 'FPT', exchange: 'INSTRUMENT_EXCHANGE_HOSE', listed_on: '2006-12-13' }),
      answers: { instrument: { id: 'FPT', lot_size: 100, total_volume: '0', listed_on: '2006-12-13' } },
    },
    {
      call: 'InstrumentService/CreateInstrument',
      request: () => ({ id: 'FPT', exchange: 'INSTRUMENT_EXCHANGE_HOSE', listed_on: '2006-12-13' }),
      status: 'ALREADY_EXISTS',
    },
    {
      call: 'InstrumentService/OpenInstrument',
      request: () => ({ id: 'FPT' }),
      answers: { instrument: { trading_status: 'INSTRUMENT_TRADING_STATUS_OPEN' } },
    },
    {
      call: 'InstrumentService/TradeInstrument',
      request: () => ({ id: 'FPT', reference: '95000.0001' }),
      answers: { instrument: { reference: '95000.0001' } },
    },
  ],
  afterRestart: [
    {
      call: 'OrderService/GetOrder',
      request: ({ order: id }) => ({ id }),
      answers: {
        order: {
          client_order_id: 'A-1',
          limit_price: vnd('95000.00'),
          tags: ['long'],
          status: 'ORDER_STATUS_PARTIALLY_FILLED',
        },
      },
    },
    {
      call: 'InstrumentService/ListInstruments',
      request: () => ({}),
      answers: { instruments: [{ id: 'FPT', reference: '95000.0001' }] },
    },
  ],
};
