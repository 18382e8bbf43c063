import path from 'node:path';
import { ownCaFiles } from './own-ca-files.mjs';

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
  'NETSUNION_PREVIOUS_SECRET',
  'NETSUNION_PERMISSIONS',
  'CARRIER_ENDPOINTS',
  'CARRIER_CLIENT_SECRET',
  'CARRIER_LOOKUP_URL',
  'CARRIER_LOOKUP_KEY',
  'CARRIER_MERCHANT_NO',
  'CARRIER_PERMISSIONS',
  'CARRIER_SINK_ORIGIN',
  'SINK_PORT',
  'SINK_TARGET',
  'SINK_KEY_FILE',
  'SINK_CERT_FILE',
  'CARD_CODE_FROM_FEN',
  'QR_SECONDS',
  'PAYOUT_CHANNEL',
  'BANK_API_ORIGIN',
  'BANK_API_SECRET',
  'BANK_API_PREVIOUS_SECRET',
  'BANK_NAME',
  'BANK_ACCOUNT_NAME',
  'SMS_GATEWAY_URL',
  'DEMO_AUTHENTICATORS',
  'DEMO_FILE',
  'DEMO_SHOP_API_KEY',
  'DEMO_SHOP_WEBHOOK_SECRET',
  'DEMO_SHOP_LINK_KEY_ID',
  'DEMO_SHOP_LINK_SECRET',
  'CARD_TOP_UP_HOLD_HOURS',
  'REFUND_COOL_OFF_SECONDS',
  'WEBHOOK_PRIVATE_TARGETS',
  'FAIL_POINT',
  'LOG_LEVEL',
  'HTTP_HEADERS_MS',
  'HTTP_REQUEST_MS',
  'METRICS_TOKEN',
  'WORKER_METRICS_PORT',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
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
 * @param {{ mode: 'demo' | 'test', port: number, sandboxPort: number, sinkPort: number, caDir: string, sandboxDir: string,
 *   demoFile: string, databaseUrl: string, secrets: Record<string, string> }} choices
 * @returns {Record<string, string>}
 */
export function simulatedEnv(source, choices) {
  const { mode, port, sandboxPort, sinkPort, caDir, sandboxDir, demoFile, databaseUrl, secrets } =
    choices;
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
    ...carrierEnv(given(source), { sandboxOrigin, sinkPort, caDir, port, secrets }),
    SANDBOX_APP_ORIGIN: `http://localhost:${port}`,
    BANK_API_ORIGIN: sandboxOrigin,
    BANK_NAME: '模拟存管银行',
    BANK_ACCOUNT_NAME: '收银台客户备付金',
    SANDBOX_BANK_SECRET: source.BANK_API_SECRET || (secrets.BANK_API_SECRET ?? ''),
    SANDBOX_BANK_NOTIFY_URL: `http://localhost:${port}/api/channels/bank/notify`,
    SANDBOX_AUTHENTICATORS: source.DEMO_AUTHENTICATORS || (secrets.DEMO_AUTHENTICATORS ?? ''),
    SMS_GATEWAY_URL: `${sandboxOrigin}/sms`,
    SANDBOX_ORIGIN: sandboxOrigin,
    WEBHOOK_PRIVATE_TARGETS: privateTargets(mode, port),
    ...given(source),
    CASHIER_ENV: mode,
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    SINK_PORT: String(sinkPort),
    SANDBOX_DATA_DIR: sandboxDir,
    DEMO_FILE: demoFile,
  });
}

/**
 * Where notices may go on this machine: to the demo shop, and to a shop of the reader's own that listens on port 4000.
 * Tests listen wherever there is a free port.
 * @param {'demo' | 'test'} mode
 * @param {number} port
 */
const privateTargets = (mode, port) =>
  mode === 'test' ? 'localhost:*,127.0.0.1:*' : `localhost:${port},localhost:4000,127.0.0.1:4000`;

const CARRIERS = ['cmcc', 'cucc', 'ctcc', 'cbn'];

/**
 * The simulator's carriers, and the listener of our own that their events arrive at.
 * @param {Record<string, string>} source
 * @param {{ sandboxOrigin: string, sinkPort: number, caDir: string, port: number, secrets: Record<string, string> }} choices
 * @returns {Record<string, string>}
 */
function carrierEnv(source, { sandboxOrigin, sinkPort, caDir, port, secrets }) {
  const { caFile, keyFile, certFile } = ownCaFiles(caDir);
  const clientId = 'cashier';
  const clientSecret = source.CARRIER_CLIENT_SECRET ?? secrets.CARRIER_CLIENT_SECRET ?? '';
  const endpoints = CARRIERS.map((carrier) => {
    const apiRoot = `${sandboxOrigin}/carriers/${carrier}`;
    return { carrier, apiRoot, tokenUrl: `${apiRoot}/oauth2/token`, clientId, clientSecret };
  });
  return {
    CARRIER_ENDPOINTS: JSON.stringify(endpoints),
    CARRIER_LOOKUP_URL: `${sandboxOrigin}/carriers/number-lookup`,
    CARRIER_MERCHANT_NO: '898000000000002',
    CARRIER_PERMISSIONS: 'carrier_sms,carrier_wap,carrier_direct,carrier_periodic',
    CARRIER_SINK_ORIGIN: `https://localhost:${sinkPort}`,
    SINK_TARGET: `http://localhost:${port}`,
    SINK_KEY_FILE: keyFile,
    SINK_CERT_FILE: certFile,
    SANDBOX_CARRIER_CLIENT_ID: clientId,
    SANDBOX_CARRIER_SECRET: clientSecret,
    SANDBOX_CARRIER_LOOKUP_KEY: source.CARRIER_LOOKUP_KEY ?? secrets.CARRIER_LOOKUP_KEY ?? '',
    SANDBOX_SINK_CA_FILE: caFile,
  };
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
