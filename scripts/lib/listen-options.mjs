import { randomBytes } from 'node:crypto';
import { Stop } from './stop.mjs';

const USAGE =
  'npm run listen -- --forward-to http://localhost:4000/hook [--key sk_test_…] [--api http://localhost:3000] [--secret whsec_…]';

/**
 * @typedef {{ forwardTo: string, key: string, api: string, secret: string }} ListenOptions
 */

/**
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env CASHIER_API_KEY and APP_ORIGIN stand in for what is not given
 * @returns {ListenOptions}
 */
export function readListenOptions(args, env) {
  const given = named(args);
  const key = given.key ?? env.CASHIER_API_KEY;
  if (!key) throw new Stop(`A test key is needed, by --key or CASHIER_API_KEY: ${USAGE}`);
  if (!key.startsWith('sk_test_')) {
    throw new Stop('Only test mode can be listened to: live events go to a live endpoint.');
  }
  if (!given['forward-to']) throw new Stop(`Where to is missing: ${USAGE}`);
  return {
    forwardTo: address(given['forward-to'], '--forward-to').href,
    key,
    api: address(given.api ?? env.APP_ORIGIN ?? 'http://localhost:3000', '--api').origin,
    secret: given.secret ? secret(given.secret) : `whsec_${randomBytes(32).toString('base64')}`,
  };
}

/** @param {string} text */
function secret(text) {
  if (/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/.test(text)) return text;
  throw new Stop(`--secret is none of Standard Webhooks, whsec_ and base64: ${USAGE}`);
}

const NAMES = ['forward-to', 'key', 'api', 'secret'];

/** @param {string[]} args @returns {Record<string, string>} */
function named(args) {
  /** @type {Record<string, string>} */
  const given = {};
  for (let at = 0; at < args.length; at += 1) {
    const [, name = '', inline] = /^--([a-z-]+)(?:=(.*))?$/.exec(args[at] ?? '') ?? [];
    if (!NAMES.includes(name)) throw new Stop(`${args[at]} is unknown: ${USAGE}`);
    if (inline === undefined) at += 1;
    const value = inline ?? args[at];
    if (!value) throw new Stop(`--${name} needs a value: ${USAGE}`);
    given[name] = value;
  }
  return given;
}

/** @param {string} text @param {string} option */
function address(text, option) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new Stop(`${option} ${text} is no address: ${USAGE}`);
}
