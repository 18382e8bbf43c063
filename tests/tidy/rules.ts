/**
 * The rules of the house as data: ranks, roles, limits, and every exception with its reason.
 * What checks them is beside this file; ARCHITECTURE.md shows the same table in words.
 */

/** A module of lib imports only from modules listed before it. */
export const RANKS = [
  // A package of its own: it imports nothing of ours.
  'sdk',
  'core',
  'audit',
  'money',
  'vault',
  'auth',
  'ledger',
  'merchants',
  'customers',
  'virtual-accounts',
  'persons',
  'methods',
  'channels',
  'test-mode',
  'contracts',
  'channel-health',
  'carriers',
  'routing',
  'orders',
  'payment-links',
  'notes',
  'agreements',
  'agreement-migrations',
  'payments',
  'payouts',
  'refunds',
  'refund-cases',
  'receipts',
  'subscriptions',
  'collections',
  'settlement',
  'carrier-statements',
  'reconciliation',
  'wallets',
  'webhooks',
  'support',
  'insights',
  'api',
  'jobs',
  'observability',
  'demo',
] as const;

/** The rail simulator stands outside the ranks: it knows nothing of ours, and nothing of ours knows it. */
export const SANDBOX = 'lib/sandbox/';

export const LIMITS = {
  anyFile: 300,
  /** Next's entry points only put things together. */
  entryFile: 59,
  entryNames: ['page', 'route', 'actions'],
  /** Over lib, app and components together. */
  median: 60,
  ninetieth: 220,
};

/** Pure by role: no database, clock, random, environment or network, nor what they import. */
export const PURE = [
  /^lib\/.+\/(.+-)?(rules|states|schema|translate)\.ts$/,
  /^lib\/(methods|routing|money)\//,
];
export const PURE_PACKAGES = ['zod', 'ipaddr.js'];
export const PURE_NODE_MODULES = ['node:buffer', 'node:net', 'node:querystring', 'node:url'];

/** The only files that may speak SQL or Prisma. lib/core holds the connection itself. */
export const STORES = [/^lib\/[^/]+\/(.+-)?store\.ts$/, /^lib\/core\//];
/** The queue's own schema and loops need the queue's own client. */
export const QUEUE_CLIENTS = [/^lib\/core\/queue\.ts$/, /^lib\/jobs\//];

/** The only files that may open a connection to another server. */
export const NETWORK = [
  /^lib\/.+\/client\.ts$/,
  /^lib\/webhooks\/deliver\.ts$/,
  // In the browser: the waiting page asks its own server whether anything has changed, and whether it is there.
  /^components\/cashier\/ask-status\.ts$/,
  // … and so do the office's open pages.
  /^components\/office\/ask-live\.ts$/,
  /^components\/ui\/server-answers\.ts$/,
  // Programs of a merchant's own, to be copied.
  /^lib\/sdk\/examples\//,
];

/** The only files that may read process.env. */
export const ENVIRONMENT = [
  /^lib\/core\/env\.ts$/,
  // Only a name that is replaced in the build can be left out of it.
  /^lib\/core\/fail-point\.ts$/,
  /^instrumentation\.ts$/,
  /^lib\/sandbox\/config\.ts$/,
  /^scripts\//,
  /^tests\//,
  /^[^/]+\.config\.(ts|mjs)$/,
  /^lib\/sdk\/examples\//,
];

/** Files whose name starts with one of these verbs are use cases: one function of that name. */
export const VERBS = [
  'accept',
  'activate',
  'advise',
  'answer',
  'approve',
  'ask',
  'assign',
  'authenticate',
  'bind',
  'call',
  'capture',
  'charge',
  'check',
  'claim',
  'close',
  'confirm',
  'count',
  'create',
  'decide',
  'decline',
  'deliver',
  'disable',
  'divert',
  'enable',
  'end',
  'enrol',
  'ensure',
  'expire',
  'export',
  'fan',
  'find',
  'forget',
  'freeze',
  'get',
  'hand',
  'hold',
  'keep',
  'list',
  'mark',
  'name',
  'note',
  'open',
  'pay',
  'place',
  'post',
  'process',
  'propose',
  'prove',
  'read',
  'receive',
  'record',
  'reject',
  'relay',
  'release',
  'remove',
  'renew',
  'report',
  'request',
  'resend',
  'resolve',
  'reveal',
  'reverse',
  'revoke',
  'run',
  'send',
  'set',
  'settle',
  'start',
  'submit',
  'sum',
  'supersede',
  'sweep',
  'switch',
  'transfer',
  'undo',
  'unfreeze',
  'verify',
  'void',
  'watch',
];
/** What is read here is bytes, not rows: a reader may offer its few kinds side by side. */
export const NOT_USE_CASES = [/^lib\/channels\//, /^lib\/sandbox\//];

export const FORBIDDEN_NAMES = [
  'service',
  'services',
  'util',
  'utils',
  'helper',
  'helpers',
  'misc',
];

/** Where Next or a tool insists on a default export. */
export const DEFAULT_EXPORTS = [
  /^app\/(.+\/)?(page|layout|template|loading|error|global-error|not-found|default)\.tsx$/,
  /^app\/(.+\/)?(icon|opengraph-image|robots|sitemap|manifest)\.tsx?$/,
  /^app\/_server\/i18n\.ts$/, // next-intl's request configuration
  /^(proxy|[^/]+\.config)\.(ts|mjs)$/,
  /^tests\/support\/(.+-)?(global-setup|global-teardown|setup|teardown)\.ts$/,
];

/** What the two languages may share: names, marks and formats that are not translated. */
export const NAMES_IN_CHINESE = [
  'API',
  'CSV',
  'Cookie',
  'English',
  'JavaScript',
  'TN',
  'Webhook',
  'whsec',
  'HTTP',
  'HTTPS',
  'UTC',
  'UTF',
  'URL',
  'PDF',
  'PNG',
  'JPEG',
  'PEM',
  'SM2',
  'SM3',
  'HMAC',
  'SHA',
  'WebP',
  'kB',
  'MB',
  'JSON',
  'POST',
  'TLS',
  'CSRF',
  'application/json',
  'npm run listen',
  'X-Request-Id',
  'Idempotency-Key',
  'https',
  'http',
];
export const NAMES_IN_ENGLISH = ['中文', '简体中文', '云闪付', '银联', '收银台'];
