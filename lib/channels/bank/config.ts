export interface BankConfig {
  /** e.g. https://api.bank.example */
  origin: string;
  /** Shared with the bank; signs both ways. */
  secret: string;
  /** The one before, while the bank changes over: notices made with it are believed, nothing of ours is. */
  previousSecret?: string;
  /** The path of our notice address, as the bank knows it: it is part of what a notice signs. */
  noticePath: string;
  /** Dates the envelope of a call, which the bank takes for five minutes. What a call says never depends on it. */
  now: () => Date;
  /** For one whole call; 15 seconds unless given. */
  timeoutMs?: number;
}

export interface BankSetup extends Required<Omit<BankConfig, 'previousSecret'>> {
  /** What a notice may be signed with. */
  noticeSecrets: readonly string[];
}

const DEFAULT_TIMEOUT_MS = 15_000;
const SHORTEST_SECRET = 32;

/** Checks a configuration once, at start, so that no payout is the first to find it broken. */
export function prepareBank({ previousSecret, ...config }: BankConfig): BankSetup {
  const problems: string[] = [];
  const { origin } = config;
  const isOrigin =
    URL.canParse(origin) && /^https?:/.test(origin) && new URL(origin).origin === origin;
  if (!isOrigin) problems.push('origin is not an http(s) origin');
  const noticeSecrets = [config.secret, ...(previousSecret === undefined ? [] : [previousSecret])];
  if (noticeSecrets.some(({ length }) => length < SHORTEST_SECRET)) {
    problems.push('secret is too short');
  }
  if (!config.noticePath.startsWith('/')) problems.push('noticePath is no path');
  if (problems.length > 0) throw new Error(`The bank is not set up: ${problems.join('; ')}`);
  return { timeoutMs: DEFAULT_TIMEOUT_MS, ...config, noticeSecrets };
}
