import { HOLE } from './flat-text';
import { wordsIn } from './vocabulary';

/** RFC 2606 and RFC 6761: names that lead nowhere. */
const RESERVED = /(?:^|\.)(?:example(?:\.(?:com|org|net|edu))?|invalid|test|localdomain)$/i;
const HOST_WORDS = new Set(
  'host hostname server servername address addr ip your my the db database port here name domain url endpoint cluster provider'.split(
    ' ',
  ),
);

/** A word in the place of a host: `host`, `<host>`, `your-server`, `db.example.com`. */
export function isPlaceholderHost(host: string): boolean {
  if (host === '' || RESERVED.test(host) || /[<>[\]{}$%]/.test(host)) return true;
  const words = wordsIn(host);
  return (
    words.length > 0 &&
    words.every((word) => HOST_WORDS.has(word)) &&
    words.some((word) => word !== 'db' && word !== 'database' && word !== 'cluster')
  );
}

const USER_WORDS = new Set(
  'user username usr name login account userid uid id your my the db database here'.split(' '),
);

/** A word in the place of a user: `user`, `USERNAME`, `<user>`, `your_user`. */
export function isPlaceholderUser(user: string): boolean {
  return /[<>[\]{}$%]/.test(user) || wordsIn(user).every((word) => USER_WORDS.has(word));
}

/** A host that somebody may really reach: dotted or an address, and not this machine. */
export function isRealHost(host: string): boolean {
  return (
    !isPlaceholderHost(host) && !isLocal(host) && !host.includes(HOLE) && (host.includes('.') || host.includes(':'))
  );
}

function isLocal(host: string): boolean {
  return /^(?:localhost|127\.|0\.0\.0\.0|::1$|host\.docker\.internal)|\.localhost$/i.test(host);
}
