import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { readIfThere, writePrivateFile } from './files.mjs';
import { Stop } from './stop.mjs';

const key = () => randomBytes(32).toString('base64');
const word = (/** @type {number} */ bytes) => randomBytes(bytes).toString('base64url');

// As authenticator apps take them: base 32, 160 bits.
const BASE_32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const authenticatorSecret = () =>
  Array.from(randomBytes(32), (byte) => BASE_32[byte % 32]).join('');
const DEMO_OFFICE = ['agent', 'senior', 'finance', 'operator', 'auditor', 'office'];
const DEMO_SHOP = ['merchant', 'merchant.developer', 'merchant.finance', 'merchant.support'];
/** One for each, the known ones as they are. */
const authenticators = (/** @type {{ account: string, secret: string }[]} */ known = []) =>
  [...DEMO_OFFICE, ...DEMO_SHOP]
    .map((name) => `${name}@demo.test`)
    .map(
      (account) =>
        known.find((one) => one.account === account) ?? { account, secret: authenticatorSecret() },
    );

/** What each generated secret looks like. @type {Record<string, () => string>} */
const GENERATORS = {
  SESSION_SECRET: key,
  SIGNING_SECRET: key,
  ENCRYPTION_KEY: key,
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key,
  BANK_API_SECRET: key,
  NETSUNION_SECRET: key,
  CARRIER_CLIENT_SECRET: () => word(32),
  CARRIER_LOOKUP_KEY: () => word(32),
  DEMO_AUTHENTICATORS: () => JSON.stringify(authenticators()),
  DEMO_SHOP_API_KEY: () => `sk_test_${randomBytes(24).toString('hex')}`,
  DEMO_SHOP_WEBHOOK_SECRET: () => `whsec_${key()}`,
  DEMO_SHOP_LINK_KEY_ID: () => `lk_${randomBytes(8).toString('hex')}`,
  DEMO_SHOP_LINK_SECRET: () => word(32),
};

/** @returns {Record<string, string>} a new value for every secret */
export function generateSecrets() {
  return Object.fromEntries(Object.entries(GENERATORS).map(([name, make]) => [name, make()]));
}

/**
 * @param {Record<string, string | undefined>} env
 * @returns {Record<string, string>} the secrets among its variables
 */
export function secretsIn(env) {
  return Object.fromEntries(Object.keys(GENERATORS).map((name) => [name, env[name] ?? '']));
}

/**
 * The secrets of this directory, generated on first use and kept: what they encrypted must stay readable.
 * @param {string} dataDir
 * @returns {Record<string, string>}
 */
export function keepSecrets(dataDir) {
  const file = path.join(dataDir, 'secrets.json');
  const text = readIfThere(file);
  const kept = text === undefined ? {} : parseSecrets(file, text);
  const all = { ...generateSecrets(), ...kept };
  // Whoever has joined the demo since gets theirs; the others keep what they have.
  const known = JSON.parse(all.DEMO_AUTHENTICATORS ?? '[]');
  all.DEMO_AUTHENTICATORS = JSON.stringify(authenticators(known));
  if (JSON.stringify(all) !== JSON.stringify(kept)) {
    writePrivateFile(file, `${JSON.stringify(all, null, 2)}\n`);
  }
  return all;
}

/** @param {string} file @param {string} text @returns {Record<string, string>} */
function parseSecrets(file, text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Stop(
      `${file} is damaged: put back a copy of it, or remove the whole ${path.dirname(file)} to start afresh without its data.`,
    );
  }
}
