import fc from 'fast-check';
import { seenByMarkdown } from '../testing/markdown-oracle';
import { BlockScanner } from './block-scanner';
import { sourceLines } from './source-lines';
import { readStructure } from './structure';

/** The kinds of the lines, with how many list items they stand in. */
function kindsOf(text: string): string[] {
  const scanner = new BlockScanner();
  return [...sourceLines(text)].map((line) => {
    const { depth, leaf } = scanner.read(line);
    return depth === 0 ? leaf.kind : `${leaf.kind} ${depth}`;
  });
}

describe('what Markdown makes of a line', () => {
  it.each<[string, string, string[]]>([
    ['a heading with closing signs', '## A ##\n#b\n####### c', ['heading', 'text', 'text']],
    [
      'a fence and its content',
      '```ts\n- [ ] a\n# b\n```\nc',
      ['fence', 'fenceContent', 'fenceContent', 'fenceEnd', 'text'],
    ],
    [
      'a fence closes with as many signs',
      '````\n```\n~~~~\n````',
      ['fence', 'fenceContent', 'fenceContent', 'fenceEnd'],
    ],
    ['backticks in a line are no fence', '``` a ``` b', ['text']],
    ['a fence in a list ends with its item', '- ```\n  a\nb', ['fence 1', 'fenceContent 1', 'text']],
    ['nested items', '- a\n  - b\n    c\n- d', ['text 1', 'text 2', 'text 2', 'text 1']],
    ['markers on one line', '- 1. + a', ['text 3']],
    ['numbers count for the indentation', '10. a\n    - b', ['text 1', 'text 2']],
    ['tabs reach to the next multiple of four', '-\ta\n\t- b', ['text 1', 'text 2']],
    ['a comment over several lines', '<!--\n- [ ] a\n-->\nb', ['html', 'html', 'html', 'text']],
    ['a block of HTML ends at a blank line', '<div>\n- a\n\n- b', ['html', 'html', 'blank', 'text 1']],
    ['indented code', 'a\n\n    - b', ['text', 'blank', 'indentedCode']],
    ['a paragraph goes on, however deep', 'a\n      - b', ['text', 'text']],
    ['a lazy line belongs to the item', '- a\nb\n\nc', ['text 1', 'text 1', 'blank 1', 'text']],
    ['an underline', 'a\n===\nb\n---\n\n---', ['text', 'underline', 'text', 'underline', 'blank', 'rule']],
    ['a rule ends a list', '- a\n***\n* * *', ['text 1', 'rule', 'rule']],
    ['a paragraph is not ended by a list that starts at 2', 'a\n2. b\n1. c', ['text', 'text', 'text 1']],
    ['a quote', '> - [ ] a', ['quote']],
    ['lone CR and CRLF end lines', 'a\r# b\r\n# c', ['text', 'heading', 'heading']],
  ])('%s', (_, text, kinds) => {
    expect(kindsOf(text)).toEqual(kinds);
  });

  it('agrees with a Markdown library about headings, fences and tasks', () => {
    const indent = fc.constantFrom('', '', '', ' ', '  ', '   ', '    ', '     ', '      ', '\t');
    const start = fc.constantFrom(
      '',
      'a',
      '- [ ] t',
      '- [x] t',
      '* [X] t',
      '+ [ ] t',
      '1. [ ] t',
      '2) [ ] t',
      '- b',
      '- ',
      '- - [ ] t',
      '1. - c',
      '-   d',
      '-      e',
      '# h',
      '## h ##',
      '#',
      '#x',
      '```',
      '````',
      '~~~',
      '``` ts',
      '> q\n',
      '> - [ ] t\n',
      '---',
      '***',
      '- ---',
      '===',
      '<!-- c -->',
      '<!--',
      '-->',
      '<div>',
      '<pre>',
      '<pre>a</pre>',
      '[ ] no',
      '- [ ]t',
      '- ```',
      '- <!--',
      '- # h',
      '12. f',
      '-',
      '_ _ _',
    );
    const document = fc
      .array(
        fc.tuple(indent, start).map((parts) => parts.join('')),
        { maxLength: 14 },
      )
      .map((lines) => `${lines.join('\n')}\n`);
    fc.assert(
      fc.property(document, (text) => {
        const { sections, fences, tasks } = readStructure(text, '');
        const seen = seenByMarkdown(text);
        const lines = text.split('\n');
        expect(
          sections
            .filter((section) => /^ *#{1,6}([ \t]|$)/.test(lines[section.span.start.line - 1] ?? ''))
            .map((section) => `${section.span.start.line} h${section.level}`),
        ).toEqual(seen.headings);
        expect(fences.map((fence) => `${fence.span.start.line} ${fence.info}`)).toEqual(seen.fences);
        const usual = tasks.filter(
          (task) => task.text !== '' && /^\[[ xX]\]\s/.test(lines[task.box.line - 1]?.slice(task.box.column - 2) ?? ''),
        );
        expect(usual.map((task) => `${task.box.line} [${task.box.mark}]`)).toEqual(seen.tasks);
      }),
      { numRuns: 2000 },
    );
  });
});
