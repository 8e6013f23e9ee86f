declare const markdown: unique symbol;
/** Text that is Markdown already. Plain text becomes Markdown by {@link prose} or {@link code}, so that none gets in unescaped. */
export type Markdown = string & { readonly [markdown]: true };

/**
 * Joins Markdown and numbers; the literal parts are Markdown as written. (Not called `md`, because formatters take a template
 * of that name for a document and change its spaces.)
 */
export function compose(parts: TemplateStringsArray, ...values: readonly (Markdown | number)[]): Markdown {
  return String.raw({ raw: parts }, ...values) as Markdown;
}

/** Plain text on one line, escaped so that Markdown shows it as it is: no emphasis, link, HTML, list or comment comes of it. */
export function prose(text: string): Markdown {
  return oneLine(text)
    .replace(/[\\`*[\]~]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/<(?=\S)/g, '&lt;')
    .replaceAll('-->', '--&gt;')
    .replace(/^(?:[-+=](?=[-+>#= ]|$)|[#>])/, '\\$&')
    .replace(/^(\d+)([.)])(?= |$)/, '$1\\$2') as Markdown;
}

/** Plain text on one line as a code span. */
export function code(text: string): Markdown {
  const line = oneLine(text);
  const ticks = '`'.repeat(longestRun(line, '`') + 1);
  const pad = line === '' || line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${ticks}${pad}${line}${pad}${ticks}` as Markdown;
}

/** Several code spans, with commas between them. */
export function codes(texts: readonly string[]): Markdown {
  return joined(texts.map(code));
}

export function joined(parts: readonly Markdown[], separator = ', '): Markdown {
  return parts.join(separator) as Markdown;
}

/** `**Label**: value`. */
export function labelled(label: string, value: Markdown): Markdown {
  return compose`**${label as Markdown}**: ${value}`;
}

/** A fenced block; the fence is longer than any run of backticks inside, so that nothing in the text closes it. */
export function fenced(info: string, text: string): Markdown {
  const fence = '`'.repeat(Math.max(3, longestRun(text, '`') + 1));
  return `${fence}${info}\n${text.replace(/\r\n?/g, '\n').replace(/\n*$/, '\n')}${fence}` as Markdown;
}

export function bullets(items: readonly Markdown[]): Markdown {
  return items.map((item) => `- ${item}`).join('\n') as Markdown;
}

/** A link whose address may hold spaces and brackets. */
export function link(text: Markdown, address: string): Markdown {
  const target = encodeURI(oneLine(address).replaceAll('\\', '/')).replace(
    /[()<>]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `[${text}](${target})` as Markdown;
}

/** Line breaks become spaces; control characters and signs that turn the direction of writing go. */
function oneLine(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\s\u0085]+/g, ' ')
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim();
}

function longestRun(text: string, char: string): number {
  let longest = 0;
  let run = 0;
  for (const each of text) {
    run = each === char ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
