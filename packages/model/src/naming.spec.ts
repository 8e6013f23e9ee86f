import * as fc from 'fast-check';
import { camelCase, kebabCase, pascalCase, plural, snakeCase, upperSnakeCase, words } from './naming';

describe('words', () => {
  it.each([
    ['limitPrice', 'limit price'],
    ['LimitPrice', 'limit price'],
    ['limit_price', 'limit price'],
    ['limit-price', 'limit price'],
    ['LIMIT_PRICE', 'limit price'],
    ['market data', 'market data'],
    ['line2', 'line2'],
    ['line2Text', 'line2 text'],
    ['OAuth2Token', 'o auth2 token'],
    ['HTTPServer', 'http server'],
    ['parseURL', 'parse url'],
    ['S3Bucket', 's3 bucket'],
    ['orderID', 'order id'],
    ['aBC', 'a bc'],
    ['X', 'x'],
    ['__proto__', 'proto'],
    ['', ''],
  ])('%s is %s', (name, expected) => {
    expect(words(name).join(' ')).toBe(expected);
  });
});

describe('the spellings', () => {
  it.each([
    ['limitPrice', 'limitPrice', 'LimitPrice', 'limit_price', 'limit-price', 'LIMIT_PRICE'],
    ['OAuth2Token', 'oAuth2Token', 'OAuth2Token', 'o_auth2_token', 'o-auth2-token', 'O_AUTH2_TOKEN'],
    ['HTTPServer', 'httpServer', 'HttpServer', 'http_server', 'http-server', 'HTTP_SERVER'],
    ['market-data', 'marketData', 'MarketData', 'market_data', 'market-data', 'MARKET_DATA'],
    [
      'PARTIALLY_FILLED',
      'partiallyFilled',
      'PartiallyFilled',
      'partially_filled',
      'partially-filled',
      'PARTIALLY_FILLED',
    ],
  ])('of %s', (name, camel, pascal, snake, kebab, upper) => {
    expect([camelCase(name), pascalCase(name), snakeCase(name), kebabCase(name), upperSnakeCase(name)]).toEqual([
      camel,
      pascal,
      snake,
      kebab,
      upper,
    ]);
  });

  it('are stable: spelling twice changes nothing', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,20}$/), (name) => {
        expect(snakeCase(snakeCase(name))).toBe(snakeCase(name));
        expect(upperSnakeCase(upperSnakeCase(name))).toBe(upperSnakeCase(name));
        expect(kebabCase(snakeCase(name))).toBe(kebabCase(name));
      }),
    );
  });
});

describe('plural', () => {
  it.each([
    ['Order', 'Orders'],
    ['OrderLine', 'OrderLines'],
    ['orderLine', 'orderLines'],
    ['SalesPerson', 'SalesPeople'],
    ['schoolChild', 'schoolChildren'],
    ['Foot', 'Feet'],
    ['Category', 'Categories'],
    ['OrderStatus', 'OrderStatuses'],
    ['Address', 'Addresses'],
    ['Analysis', 'Analyses'],
    ['Hero', 'Heroes'],
    ['Sheep', 'Sheep'],
    ['Orders', 'Orders'],
    ['Line2', 'Line2s'],
    ['value', 'values'],
    ['OAuth2Token', 'OAuth2Tokens'],
    ['', ''],
  ])('%s: %s', (one, many) => {
    expect(plural(one)).toBe(many);
  });

  it('keeps a name a name', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,20}$/), (name) => {
        expect(plural(name)).toMatch(/^[A-Za-z][A-Za-z0-9]*$/);
        expect(plural(name)).toBe(plural(name));
      }),
    );
  });
});
