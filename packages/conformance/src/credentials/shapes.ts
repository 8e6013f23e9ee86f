/** A secret that is known by its own look, whatever it is called. */
export interface Shape {
  readonly kind: 'private key' | 'token';
  readonly what: string;
  readonly start: number;
  readonly end: number;
  /** Of a private key: the end of the whole, of which `start` and `end` enclose the first line. */
  readonly last?: number;
}

/** Vendors' own prefixes; each is followed by a run of random text. */
const PREFIXES: readonly (readonly [pattern: string, what: string])[] = [
  ['gh[pousr]_[A-Za-z0-9]{36,255}', 'token of GitHub'],
  ['github_pat_[A-Za-z0-9_]{60,255}', 'token of GitHub'],
  ['glpat-[A-Za-z0-9_-]{20,64}', 'token of GitLab'],
  ['xox[abpr]-[A-Za-z0-9-]{20,255}', 'token of Slack'],
  ['[rs]k_live_[A-Za-z0-9]{20,255}', 'key of Stripe'],
  ['sk-(?:ant-|proj-|or-)[A-Za-z0-9_-]{24,255}', 'key of an API'],
  ['SG\\.[A-Za-z0-9_-]{20,24}\\.[A-Za-z0-9_-]{40,50}', 'key of SendGrid'],
  ['AIza[A-Za-z0-9_-]{35}', 'key of Google'],
  ['npm_[A-Za-z0-9]{36}', 'token of npm'],
  ['pypi-[A-Za-z0-9_-]{50,255}', 'token of PyPI'],
  ['hf_[A-Za-z0-9]{30,64}', 'token of Hugging Face'],
  ['do[opr]_v1_[a-f0-9]{64}', 'token of DigitalOcean'],
  ['hvs\\.[A-Za-z0-9_-]{24,255}', 'token of Vault'],
];
const TOKENS = new RegExp(
  `(?<![A-Za-z0-9_-])(?:${PREFIXES.map(([pattern]) => `(${pattern})`).join('|')})(?![A-Za-z0-9])`,
  'g',
);
/** Cheap, and true of every text that `TOKENS` or `PRIVATE_KEY` finds something in. */
const WORTH_IT = /gh[pousr]_|github_pat_|glpat-|xox[abpr]-|k_live_|sk-|SG\.|AIza|npm_|pypi-|hf_|_v1_|hvs\.|-----BEGIN/;
const PRIVATE_KEY = /-----BEGIN (?:(?:RSA|EC|DSA|OPENSSH|ENCRYPTED|PGP) )?PRIVATE KEY(?: BLOCK)?-----/g;

/** Private keys and tokens of known vendors in a text. */
export function shapesIn(text: string): Shape[] {
  if (!WORTH_IT.test(text)) return [];
  const found: Shape[] = [];
  for (const match of text.matchAll(PRIVATE_KEY)) {
    const end = match.index + match[0].length;
    // The mark alone is a check for one, or a label.
    if (
      /^(?:\\r|\\n|\s){0,8}(?:[\w-]+: [^\n]{1,200}(?:\\n|\s)+){0,4}[A-Za-z0-9+/=]{20}/.test(text.slice(end, end + 1200))
    )
      found.push({ kind: 'private key', what: 'private key', start: match.index, end, last: endOfKey(text, end) });
  }
  for (const match of text.matchAll(TOKENS)) {
    const [token] = match;
    if (!/\d/.test(token) || /example|xxxx|0{6}|1234567/i.test(token)) continue;
    const what = PREFIXES[match.slice(1).findIndex(Boolean)]?.[1] ?? 'token';
    found.push({ kind: 'token', what, start: match.index, end: match.index + token.length });
  }
  return found;
}

function endOfKey(text: string, from: number): number {
  const mark = /-----END [A-Z ]{1,40}-----/g;
  mark.lastIndex = from;
  const end = mark.exec(text.slice(0, from + LONGEST_KEY));
  return end ? end.index + end[0].length : Math.min(text.length, from + LONGEST_KEY);
}

const LONGEST_KEY = 20_000;
