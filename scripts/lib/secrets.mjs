import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { readIfThere, writePrivateFile } from './files.mjs';
import { Stop } from './stop.mjs';

const key = () => randomBytes(32).toString('base64');
const word = (/** @type {number} */ bytes) => randomBytes(bytes).toString('base64url');

/** What each generated secret looks like. @type {Record<string, () => string>} */
const GENERATORS = {
  SESSION_SECRET: key,
  SIGNING_SECRET: key,
  ENCRYPTION_KEY: key,
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key,
  BANK_API_SECRET: key,
  NETSUNION_SECRET: key,
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
  if (Object.keys(all).length > Object.keys(kept).length) {
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
