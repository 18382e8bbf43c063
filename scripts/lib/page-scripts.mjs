import { createHash } from 'node:crypto';

/**
 * One script of a page as a browser receives it (PCI DSS 6.4.3 and 11.6.1): `where` is its address, or what an inline one
 * begins with, `text` all of an inline one; `hash` is of its bytes, in the form that CSP and SRI write.
 * @typedef {{ where: string, inline: boolean, text: string, hash: string, bytes: number, nonce: string | undefined }} PageScript
 */

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;

/** @param {string} name @param {string} attributes */
const attribute = (name, attributes) =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'i').exec(attributes)?.[1];

/** @param {Uint8Array | string} content */
export const scriptHash = (content) =>
  `sha256-${createHash('sha256').update(content).digest('base64')}`;

/** Does it hold data only, which no browser runs? @param {string} attributes */
const isData = (attributes) => /\/(ld\+)?json$/.test(attribute('type', attributes) ?? '');

/**
 * Every script that a page brings, with the policy that it came under.
 * @param {string} address
 * @param {Record<string, string>} [headers]
 * @returns {Promise<{ status: number, policy: string, scripts: PageScript[] }>}
 */
export async function readPageScripts(address, headers = {}) {
  const page = await fetch(address, { headers: { accept: 'text/html', ...headers } });
  const html = await page.text();
  const tags = [...html.matchAll(SCRIPT)].filter(([, attributes = '']) => !isData(attributes));
  const scripts = await Promise.all(
    tags.map(([, attributes = '', text = '']) => readScript(page.url, attributes, text)),
  );
  const policy = page.headers.get('content-security-policy') ?? '';
  return { status: page.status, policy, scripts };
}

/**
 * @param {string} address @param {string} attributes @param {string} text
 * @returns {Promise<PageScript>}
 */
async function readScript(address, attributes, text) {
  const source = attribute('src', attributes);
  const nonce = attribute('nonce', attributes);
  if (source === undefined) {
    const bytes = Buffer.byteLength(text);
    return { where: text.slice(0, 40), inline: true, text, hash: scriptHash(text), bytes, nonce };
  }
  const where = new URL(source.replaceAll('&amp;', '&'), address).href;
  const answer = await fetch(where);
  if (!answer.ok) throw new Error(`${where} is answered with ${answer.status}`);
  const content = Buffer.from(await answer.arrayBuffer());
  return {
    where,
    inline: false,
    text: '',
    hash: scriptHash(content),
    bytes: content.length,
    nonce,
  };
}
