/** A block of HTML, inside which nothing is Markdown (CommonMark 0.31, section 4.6; kind 7 cannot hide a list and is left out). */
export interface HtmlBlock {
  readonly comment: boolean;
  /** Whether the block ends with this line; `undefined` stands for a block that ends before the next blank line. */
  readonly endsOn: ((line: string) => boolean) | undefined;
}

const BLOCK_TAGS =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|' +
  'frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|' +
  'tfoot|th|thead|title|tr|track|ul';

const KINDS: readonly { readonly start: RegExp; readonly block: HtmlBlock }[] = [
  { start: /<!--/y, block: { comment: true, endsOn: (line) => line.includes('-->') } },
  {
    start: /<(?:pre|script|style|textarea)(?=[ \t>]|$)/iy,
    block: { comment: false, endsOn: (line) => /<\/(?:pre|script|style|textarea)>/i.test(line) },
  },
  { start: /<\?/y, block: { comment: false, endsOn: (line) => line.includes('?>') } },
  { start: /<!\[CDATA\[/y, block: { comment: false, endsOn: (line) => line.includes(']]>') } },
  { start: /<![A-Za-z]/y, block: { comment: false, endsOn: (line) => line.includes('>') } },
  { start: new RegExp(`</?(?:${BLOCK_TAGS})(?=[ \\t]|/?>|$)`, 'iy'), block: { comment: false, endsOn: undefined } },
];

/** The block of HTML that starts at this character; undefined if none does. */
export function htmlBlockAt(line: string, index: number): HtmlBlock | undefined {
  if (line[index] !== '<') return undefined;
  return KINDS.find(({ start }) => {
    start.lastIndex = index;
    return start.test(line);
  })?.block;
}
