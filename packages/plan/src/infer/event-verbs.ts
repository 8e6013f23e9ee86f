/** Participles that the rules below would get wrong. */
const IRREGULAR = new Map(
  Object.entries({
    added: 'add',
    created: 'create',
    synced: 'sync',
    bought: 'buy',
    built: 'build',
    cancelled: 'cancel',
    canceled: 'cancel',
    chosen: 'choose',
    closed: 'close',
    done: 'do',
    drawn: 'draw',
    filled: 'fill',
    found: 'find',
    frozen: 'freeze',
    held: 'hold',
    hidden: 'hide',
    kept: 'keep',
    lost: 'lose',
    made: 'make',
    met: 'meet',
    paid: 'pay',
    put: 'put',
    read: 'read',
    reset: 'reset',
    risen: 'rise',
    sent: 'send',
    set: 'set',
    sold: 'sell',
    split: 'split',
    spent: 'spend',
    taken: 'take',
    withdrawn: 'withdraw',
    written: 'write',
    begun: 'begin',
    settled: 'settle',
    booked: 'book',
    linked: 'link',
    logged: 'log',
    failed: 'fail',
    joined: 'join',
    signed: 'sign',
    assigned: 'assign',
    cleared: 'clear',
    transferred: 'transfer',
    submitted: 'submit',
    committed: 'commit',
    triggered: 'trigger',
    entered: 'enter',
    registered: 'register',
    ordered: 'order',
    delivered: 'deliver',
    edited: 'edit',
    audited: 'audit',
    deposited: 'deposit',
    credited: 'credit',
    debited: 'debit',
    exited: 'exit',
    visited: 'visit',
    limited: 'limit',
    monitored: 'monitor',
    authored: 'author',
    repeated: 'repeat',
    treated: 'treat',
    heated: 'heat',
    returned: 'return',
    opened: 'open',
    happened: 'happen',
    focused: 'focus',
    processed: 'process',
    passed: 'pass',
    released: 'release',
    tao: 'tao',
  }),
);

/**
 * The verb that an event in the past tense reports: `cancelled` is `cancel`, `placed` is `place`. Undefined for a word that is no
 * participle.
 */
export function verbOf(participle: string): string | undefined {
  const known = IRREGULAR.get(participle);
  if (known !== undefined) return known;
  if (!/^[a-z]{2,}ed$/.test(participle)) return undefined;
  const stem = participle.slice(0, -2);
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`;
  if (/([bdgkmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  return hasSilentE(stem) ? `${stem}e` : stem;
}

function hasSilentE(stem: string): boolean {
  if (/(?:ss|[aeo][aeiou][a-z])$/.test(stem)) return false;
  return /(?:[cgsuvz]|[bcdfgkpt]l|ul|[aeiou][kt]|[aiou]r|in|[ou]m|nam|[ao]d|ip)$/.test(stem);
}

/** Verbs by which an aggregate comes into being. */
export const CREATING = new Set([
  'create',
  'place',
  'register',
  'submit',
  'issue',
  'initiate',
  'request',
  'receive',
  'start',
  'tao',
  'dat',
]);
/** Verbs after which it is gone. */
export const DELETING = new Set(['delete', 'remove', 'xoa']);
