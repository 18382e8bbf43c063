import { hkdfSync } from 'node:crypto';

export interface NetsUnionConfig {
  /** e.g. https://api.netsunion.example */
  origin: string;
  /** IssrId: whom the channel knows us as, a letter and 13 digits. */
  issuerId: string;
  /** MrchntNo of whoever has no contract of their own. */
  merchantNo: string;
  /** Shared with the channel; every key comes from it. */
  secret: string;
  /** The one before, while the channel changes over: notices made with it are believed, nothing of ours is. */
  previousSecret?: string;
  /** The path of our notice address, as the channel knows it: it is part of what a notice signs. */
  noticePath: string;
  /** Dates the envelope of a call, which is taken for five minutes. What a call says never depends on it. */
  now: () => Date;
  /** The contract permits signing a card that was verified elsewhere, without a code. */
  signsSilently: boolean;
  /** For one whole call; 15 seconds unless given. */
  timeoutMs?: number;
}

export interface Setup extends Required<Omit<NetsUnionConfig, 'secret' | 'previousSecret'>> {
  keys: { sign: Buffer; encrypt: Buffer; nonce: Buffer };
  /** What a notice may be signed with. */
  noticeKeys: readonly Buffer[];
}

const DEFAULT_TIMEOUT_MS = 15_000;
const SHORTEST_SECRET = 32;

/** Checks a configuration once, at start, so that no payment is the first to find it broken. */
export function prepareSetup({ secret, previousSecret, ...config }: NetsUnionConfig): Setup {
  const problems: string[] = [];
  const { origin } = config;
  const isOrigin =
    URL.canParse(origin) && /^https?:/.test(origin) && new URL(origin).origin === origin;
  if (!isOrigin) problems.push('origin is not an http(s) origin');
  if (!/^[A-Z]\d{13}$/.test(config.issuerId)) {
    problems.push('issuerId is no letter and 13 digits');
  }
  if (!isMerchantNo(config.merchantNo)) problems.push('merchantNo has not 15 letters');
  if (secret.length < SHORTEST_SECRET) problems.push('secret is too short');
  if (previousSecret !== undefined && previousSecret.length < SHORTEST_SECRET) {
    problems.push('previousSecret is too short');
  }
  if (!config.noticePath.startsWith('/')) problems.push('noticePath is no path');
  if (problems.length > 0) throw new Error(`NetsUnion is not set up: ${problems.join('; ')}`);
  const keyFor = (purpose: string, from = secret) =>
    Buffer.from(hkdfSync('sha256', from, '', `epcc/${purpose}`, 32));
  const keys = { sign: keyFor('sign'), encrypt: keyFor('encrypt'), nonce: keyFor('nonce') };
  const before = previousSecret === undefined ? [] : [keyFor('sign', previousSecret)];
  return { timeoutMs: DEFAULT_TIMEOUT_MS, ...config, keys, noticeKeys: [keys.sign, ...before] };
}

export const isMerchantNo = (text: string): boolean => /^[0-9A-Za-z]{15}$/.test(text);
