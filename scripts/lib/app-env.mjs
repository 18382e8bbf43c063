import path from 'node:path';

/** @typedef {'demo' | 'test' | 'production'} Mode */

/** The variables that the project itself reads, those of the simulator (SANDBOX_…) apart. */
const OWN_VARIABLES = [
  'CASHIER_ENV',
  'DATABASE_URL',
  'APP_ORIGIN',
  'PORT',
  'SESSION_SECRET',
  'SIGNING_SECRET',
  'ENCRYPTION_KEY',
  'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
  'NEXTAUTH_SECRET',
  'NEXTAUTH_URL',
  'UNIONPAY_GATEWAY_ORIGIN',
  'UNIONPAY_MERCHANT_ID',
  'UNIONPAY_SIGN_KEY_FILE',
  'UNIONPAY_SIGN_CERT_FILE',
  'UNIONPAY_ROOTS_FILE',
  'UNIONPAY_ALLOWED_COMMON_NAMES',
  'UNIONPAY_PERMISSIONS',
  'UNIONPAY_ENCRYPT_CERT_FILE',
  'UNIONPAY_APP_CERTS_FILE',
  'UNIONPAY_TOKEN_REQUESTOR',
  'UNIONPAY_FILE_URL',
  'UPSDK_URL',
  'NETSUNION_ORIGIN',
  'NETSUNION_ISSUER_ID',
  'NETSUNION_MERCHANT_NO',
  'NETSUNION_SECRET',
  'NETSUNION_PERMISSIONS',
  'CARD_CODE_FROM_FEN',
  'QR_SECONDS',
  'PAYOUT_CHANNEL',
  'BANK_API_ORIGIN',
  'BANK_API_SECRET',
  'BANK_NAME',
  'BANK_ACCOUNT_NAME',
  'SMS_GATEWAY_URL',
  'DEMO_FILE',
  'DEMO_SHOP_API_KEY',
  'DEMO_SHOP_WEBHOOK_SECRET',
  'DEMO_SHOP_LINK_KEY_ID',
  'DEMO_SHOP_LINK_SECRET',
  'CARD_TOP_UP_HOLD_HOURS',
  'WEBHOOK_ALLOW_PRIVATE',
  'FAIL_POINT',
  'LOG_LEVEL',
  'NODE_ENV',
  'NODE_OPTIONS',
];

/**
 * @param {Record<string, string | undefined>} source
 * @returns {Record<string, string>} set and not empty; an empty variable is an unset one
 */
function given(source) {
  return Object.fromEntries(
    Object.entries(source).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

/**
 * The environment of app, worker and simulator for a demo or a test: everything has a value, and what the person
 * set stands before what we would choose.
 * @param {Record<string, string | undefined>} source
 * @param {{ mode: 'demo' | 'test', port: number, sandboxPort: number, sandboxDir: string, demoFile: string, databaseUrl: string,
 *   secrets: Record<string, string> }} choices
 * @returns {Record<string, string>}
 */
export function simulatedEnv(source, choices) {
  const { mode, port, sandboxPort, sandboxDir, demoFile, databaseUrl, secrets } = choices;
  const sandboxOrigin = `http://localhost:${sandboxPort}`;
  const certs = path.join(sandboxDir, 'certs');
  return withSession({
    APP_ORIGIN: `http://localhost:${port}`,
    ...secrets,
    UNIONPAY_GATEWAY_ORIGIN: sandboxOrigin,
    UNIONPAY_MERCHANT_ID: '777290058110048',
    UNIONPAY_SIGN_KEY_FILE: path.join(certs, 'merchant.key.pem'),
    UNIONPAY_SIGN_CERT_FILE: path.join(certs, 'merchant.cert.pem'),
    UNIONPAY_ROOTS_FILE: path.join(certs, 'roots.pem'),
    UNIONPAY_ALLOWED_COMMON_NAMES: '00040000:SIGN',
    UNIONPAY_ENCRYPT_CERT_FILE: path.join(certs, 'encrypt.cert.pem'),
    UNIONPAY_APP_CERTS_FILE: path.join(certs, 'unionpay.cert.pem'),
    UNIONPAY_TOKEN_REQUESTOR: '62000000001',
    UNIONPAY_FILE_URL: `${sandboxOrigin}/file-download/`,
    UPSDK_URL: `${sandboxOrigin}/phone/upsdk.js`,
    NETSUNION_ORIGIN: sandboxOrigin,
    NETSUNION_ISSUER_ID: 'Z2000111000010',
    NETSUNION_MERCHANT_NO: '898000000000001',
    SANDBOX_NETSUNION_SECRET: source.NETSUNION_SECRET || (secrets.NETSUNION_SECRET ?? ''),
    SANDBOX_NETSUNION_NOTIFY_URL: `http://localhost:${port}/api/channels/netsunion/notify`,
    SANDBOX_APP_ORIGIN: `http://localhost:${port}`,
    BANK_API_ORIGIN: sandboxOrigin,
    BANK_NAME: '模拟存管银行',
    BANK_ACCOUNT_NAME: '收银台客户备付金',
    SANDBOX_BANK_SECRET: source.BANK_API_SECRET || (secrets.BANK_API_SECRET ?? ''),
    SANDBOX_BANK_NOTIFY_URL: `http://localhost:${port}/api/channels/bank/notify`,
    SMS_GATEWAY_URL: `${sandboxOrigin}/sms`,
    SANDBOX_ORIGIN: sandboxOrigin,
    WEBHOOK_ALLOW_PRIVATE: 'true',
    ...given(source),
    CASHIER_ENV: mode,
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    SANDBOX_DATA_DIR: sandboxDir,
    DEMO_FILE: demoFile,
  });
}

/**
 * The environment in production: what the person set and nothing else.
 * @param {Record<string, string | undefined>} source
 * @param {{ port: number }} choices
 * @returns {Record<string, string>}
 */
export function productionEnv(source, { port }) {
  return withSession({ ...given(source), PORT: String(port) });
}

/**
 * next-auth reads names of its own.
 * @param {Record<string, string>} env
 * @returns {Record<string, string>}
 */
function withSession(env) {
  const { SESSION_SECRET, APP_ORIGIN } = env;
  return {
    ...env,
    ...(SESSION_SECRET && { NEXTAUTH_SECRET: SESSION_SECRET }),
    ...(APP_ORIGIN && { NEXTAUTH_URL: APP_ORIGIN }),
  };
}

/**
 * A test run takes none of the project's settings from the person's shell.
 * @param {Record<string, string | undefined>} source
 * @returns {Record<string, string>}
 */
export function neutralEnv(source) {
  const own = (/** @type {string} */ name) =>
    OWN_VARIABLES.includes(name) || name.startsWith('SANDBOX_');
  return Object.fromEntries(Object.entries(given(source)).filter(([name]) => !own(name)));
}
