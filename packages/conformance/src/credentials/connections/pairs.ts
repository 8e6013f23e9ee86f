import type { Connection } from './connection';

/** Keys that carry a password, in ADO.NET, ODBC, libpq, StackExchange.Redis and the storage and buses of Azure. */
const SECRET_KEY =
  /(?:^|[\s;,&?{"'(])(password|passwd|pwd|pass|accountkey|sharedaccesskey|accesskey|sslpassword)[ \t]?=[ \t]?/gi;
/** Keys beside it that make the text a connection string. */
const OTHER_KEY =
  /(?:^|[\s;,&?{"'(])(?:server|data source|datasource|address|addr|host|hostname|hostaddr|network address|initial catalog|database|dbname|db|user|user id|userid|username|uid|user name|port|driver|dsn|provider|endpoint|accountname|sharedaccesskeyname|defaultendpointsprotocol|service|ssl|sslmode|abortconnect|allowadmin)[ \t]?=/i;
/** `host:6379,password=…`: an address in front. */
const ADDRESS_FIRST = /^[\w.-]{1,255}:\d{2,5},/;
const USER = /(?:^|[\s;,&?])(?:user id|user name|username|userid|uid|user)[ \t]?=[ \t]?['"]?([^\s;,'"]{1,128})/i;
const HOST =
  /(?:^|[\s;,&?])(?:server|data source|datasource|hostaddr|hostname|host|addr(?:ess)?|endpoint|accountname)[ \t]?=[ \t]?['"]?(?:tcp:)?([^\s;,'"]{1,255})/i;
/** What is looked at around a password. */
const REACH = 2048;
/** A text with more of them is data, and would cost a look around each. */
const MOST = 500;

/**
 * Passwords in strings of `key=value`.
 *
 * @param trusted the text is known to be a connection string, by its name or by the function that takes it.
 */
export function passwordsInPairs(text: string, trusted: boolean): Connection[] {
  const found: Connection[] = [];
  let last = 0;
  let looked = 0;
  for (const match of text.matchAll(SECRET_KEY)) {
    if (++looked > MOST) break;
    const start = match.index + match[0].length;
    if (start < last) continue;
    const around = text.slice(Math.max(0, match.index - REACH), start + REACH);
    if (!trusted && !OTHER_KEY.test(around) && !ADDRESS_FIRST.test(text)) continue;
    const value = valueAt(text, start, separatorOf(text, match.index, around));
    last = Math.max(start, value.end);
    if (value.end <= value.start) continue;
    found.push({
      ...value,
      user: USER.exec(around)?.[1] ?? '',
      host: HOST.exec(around)?.[1] ?? '',
      from: 0,
      to: text.length,
    });
  }
  return found;
}

/** Strings of ADO and ODBC are separated by `;`, those of Redis by `,`, parameters by `&`, and the rest by blanks. */
function separatorOf(text: string, index: number, around: string): RegExp {
  const sign = text[index] ?? '';
  if (sign === ';' || sign === '&' || sign === '?' || (sign === ',' && !around.includes(';')))
    return sign === '?' ? /[&#\s]/ : sign === ';' ? /[;\n]/ : new RegExp(`[${sign}\\n\\s]`);
  return around.includes(';') ? /[;\n]/ : /[\s,;]/;
}

function valueAt(text: string, start: number, separator: RegExp): { start: number; end: number } {
  const quote = text[start];
  if (quote === "'" || quote === '"') {
    let end = start + 1;
    while (end < text.length && text[end] !== quote && end - start < REACH) end += text[end] === '\\' ? 2 : 1;
    return { start: start + 1, end: Math.min(end, text.length) };
  }
  if (quote === '{') {
    // ODBC: `PWD={a;b}`.
    const close = text.indexOf('}', start);
    if (close > start && close - start < REACH) return { start: start + 1, end: close };
  }
  let end = start;
  while (
    end < text.length &&
    end - start < REACH &&
    !separator.test(text[end] ?? '') &&
    text[end] !== '"' &&
    text[end] !== "'"
  )
    end++;
  return { start, end };
}
