import { Parser, HtmlRenderer } from 'commonmark';
import fc from 'fast-check';
import { plainText } from '../parse/plain-text';
import { arbitraryText } from '../testing/hostile-text';
import { code, fenced, link, compose, prose } from './markdown';

const html = (markdown: string): string => new HtmlRenderer().render(new Parser().parse(markdown));
/** What a reader sees of a paragraph. */
const shown = (markdown: string): string =>
  html(markdown)
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\n$/, '');
const oneLine = (text: string): string =>
  text
    .replace(/[\s\u0085]+/g, ' ')
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim();

describe('plain text in Markdown', () => {
  it.each([
    ['a < b and c > d', 'a < b and c > d'],
    ['*a* _b_ snake_case `c` [d](e) ~f~', '\\*a\\* \\_b\\_ snake_case \\`c\\` \\[d\\](e) \\~f\\~'],
    ['<script> &lt; --> x', '&lt;script> &amp;lt; --&gt; x'],
    ['# a', '\\# a'],
    ['>\u0338 a', '\\>\u0338 a'],
    ['- [ ] a', '\\- \\[ \\] a'],
    ['1. a', '1\\. a'],
    ['line\none\r\ntwo', 'line one two'],
    ['${x} <%= y %> | z', '${x} &lt;%= y %> | z'],
  ])('%p is written %p', (text, markdown) => {
    expect(prose(text)).toBe(markdown);
  });

  it('is shown as it is, on one line, as prose and as code', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryText, fc.string({ unit: 'grapheme' })), (text) => {
        const line = oneLine(text.replace(/\p{Cs}/gu, '\uFFFD'));
        expect(shown(prose(text))).toBe(line);
        expect(plainText(prose(text))).toBe(line);
        if (line !== '') expect(shown(compose`x ${code(text)}`)).toBe(`x ${line}`);
      }),
      { numRuns: 1000 },
    );
  });

  it('in a fence keeps its lines, whatever backticks it holds', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const [block] = [...collect(fenced('yaml planner', text))];
        expect(block).toBe(`${text.replace(/\r\n?/g, '\n').replace(/\n*$/, '')}\n`.replaceAll('\0', '\uFFFD'));
      }),
    );
  });

  it('makes links of addresses with spaces and brackets', () => {
    expect(link(prose('a'), 'docs/a (1).md')).toBe('[a](docs/a%20%281%29.md)');
  });
});

function* collect(markdown: string): Generator<string> {
  const walker = new Parser().parse(markdown).walker();
  for (let event = walker.next(); event; event = walker.next())
    if (event.entering && event.node.type === 'code_block') yield event.node.literal ?? '';
}
