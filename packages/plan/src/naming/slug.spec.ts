import fc from 'fast-check';
import { formatPlanFileName } from './plan-file-name';
import { foldLetters, MAX_SLUG_LENGTH, slugOf } from './slug';

describe('the slug of a title', () => {
  it.each([
    ['Websocket Notification', 'websocket-notification'],
    ['Đặt lệnh giao dịch', 'dat-lenh-giao-dich'],
    ['ĐƯỜNG THỦY nội địa', 'duong-thuy-noi-dia'],
    ['Ngữ cảnh: ưu tiên & độ trễ', 'ngu-canh-uu-tien-do-tre'],
    ['e\u0301tat combine\u0301', 'etat-combine'],
    ['Client\u2019s orders', 'clients-orders'],
    ['🚀 Launch 🇻🇳 rocket 👩‍🚀', 'launch-rocket'],
    ['1️⃣ first', '1-first'],
    ['Straße nach Łódź', 'strasse-nach-lodz'],
    ['../../etc/passwd', 'etc-passwd'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j'],
    ['<%= title %> ${x} `y`\n# z', 'title-x-y-z'],
    ['--plan--', 'plan'],
    ['CON', 'con'],
  ])('%p gives %p', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it.each(['', '   ', '🚀🚀', '交易', '___', '\u0301'])('is empty where nothing of %p can be written', (title) => {
    expect(slugOf(title)).toBe('');
  });

  it('ends between two words when the title is too long', () => {
    const slug = slugOf('word '.repeat(100));
    expect(slug.length).toBeLessThanOrEqual(MAX_SLUG_LENGTH);
    expect(slug.endsWith('-word')).toBe(true);
    expect(slugOf('x'.repeat(500))).toBe('x'.repeat(MAX_SLUG_LENGTH));
  });

  it('is kebab-case, stays itself and fits a file name, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
        const slug = slugOf(title);
        expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
        expect(slugOf(slug)).toBe(slug);
        expect(Buffer.byteLength(formatPlanFileName({ week: 53, increment: 999, slug }))).toBeLessThan(255);
      }),
    );
  });
});

describe('folding letters', () => {
  it('keeps what has no base letter', () => {
    expect(foldLetters('Ðức Đỗ 交易 ok')).toBe('duc do 交易 ok');
  });
});
