import { readFileSync } from 'node:fs';
import { z } from 'zod';

const minutesList = z
  .string()
  .regex(/^\d+(\.\d+)?(,\d+(\.\d+)?)*$/)
  .transform((text) => text.split(',').map(Number));

/** JSON: [{"account":"agent@demo.test","secret":"BASE32"}, …] */
const authenticators = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'JSON' });
      return z.NEVER;
    }
  })
  .pipe(
    z.array(z.strictObject({ account: z.string(), secret: z.string().regex(/^[A-Z2-7]{16,}$/) })),
  );

const environment = z.object({
  SANDBOX_HOST: z.string().min(1).default('127.0.0.1'),
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(4100),
  SANDBOX_DATA_DIR: z.string().min(1).default('.data/sandbox'),
  SANDBOX_MERCHANT_ID: z
    .string()
    .regex(/^\d{15}$/)
    .default('777290058110048'),
  SANDBOX_MERCHANT_NAME: z.string().min(1).max(40).default('测试商户'),
  SANDBOX_BANK_SECRET: z.string().min(32).default('the test bank shares this with everybody'),
  SANDBOX_BANK_NOTIFY_URL: z.url().optional(),
  SANDBOX_NETSUNION_SECRET: z
    .string()
    .min(32)
    .default('the test channel shares this with everybody'),
  SANDBOX_NETSUNION_NOTIFY_URL: z.url().optional(),
  SANDBOX_CARRIER_CLIENT_ID: z.string().min(1).default('cashier'),
  SANDBOX_CARRIER_SECRET: z.string().min(16).default('the test carriers share this with everybody'),
  SANDBOX_CARRIER_LOOKUP_KEY: z
    .string()
    .min(32)
    .default('the test number look-up shares this with everybody'),
  SANDBOX_CARRIER_TOKEN_SECONDS: z.coerce.number().int().min(1).max(86_400).default(3_600),
  SANDBOX_CARRIER_CONFIRM_SECONDS: z.coerce.number().int().min(1).max(86_400).default(900),
  SANDBOX_SINK_CA_FILE: z
    .string()
    .transform((path, context) => {
      try {
        return readFileSync(path, 'utf8');
      } catch {
        context.addIssue({ code: 'custom', message: 'a file that can be read' });
        return z.NEVER;
      }
    })
    .optional(),
  SANDBOX_NOTICE_RETRY_MINUTES: minutesList.default([1, 2, 4, 5]),
  SANDBOX_NOTICE_SCALE: z.coerce.number().positive().max(1).default(1),
  SANDBOX_NOTICE_TIMEOUT_MS: z.coerce.number().int().min(50).max(60_000).default(10_000),
  SANDBOX_RESULT_DELAY_MS: z.coerce.number().int().min(0).max(600_000).default(1_000),
  SANDBOX_DOUBT_MS: z.coerce.number().int().min(0).max(3_600_000).default(20_000),
  SANDBOX_LATE_MS: z.coerce.number().int().min(0).max(3_600_000).default(5_000),
  SANDBOX_CODE_SECONDS: z.coerce.number().int().min(1).max(3_600).default(300),
  SANDBOX_APP_ORIGIN: z
    .url()
    .transform((url) => new URL(url).origin)
    .default('http://localhost:3000'),
  SANDBOX_AUTHENTICATORS: authenticators.default([]),
  SANDBOX_HOLD_MS: z.coerce.number().int().min(50).max(600_000).default(60_000),
});

export interface SandboxConfig {
  host: string;
  /** 0 lets the operating system choose. */
  port: number;
  dataDir: string;
  merchantId: string;
  merchantName: string;
  /** Signs what goes between the bank and the cashier, both ways. */
  bankSecret: string;
  /** Where the bank tells of credits and payouts; without it, it tells nobody. */
  bankNoticeUrl: string | undefined;
  /** Keys come from it for what goes between NetsUnion and the cashier, both ways. */
  netsunionSecret: string;
  /** Where NetsUnion tells of payments and refunds; without it, it tells nobody. */
  netsunionNoticeUrl: string | undefined;
  /** What the carriers know the cashier by. */
  carrierClientId: string;
  carrierSecret: string;
  /** Whoever asks whose a number is has to show it. */
  carrierLookupKey: string;
  carrierTokenMs: number;
  /** How long a carrier keeps what is prepared and not confirmed. */
  carrierConfirmMs: number;
  /** PEM of authorities that are trusted beside the usual ones when events are sent. */
  sinkCa: string | undefined;
  /** Pauses between the sends of one unanswered notice, already scaled. */
  noticeRetryMs: number[];
  noticeTimeoutMs: number;
  /** How long a refund, undo, payout or token payment takes between "accepted" and its result. */
  resultDelayMs: number;
  /** How long the card "in doubt" answers 05. */
  doubtMs: number;
  /** How long after payTimeout the late card has paid, and as long again before it is told. */
  lateMs: number;
  /** How long a code of the token product is good for. */
  codeMs: number;
  /** Where the cashier's pages are; only linked to. */
  appOrigin: string;
  /** Whose authenticators the simulator plays, with their secrets in base 32. */
  authenticators: { account: string; secret: string }[];
  /** How long a scripted time-out keeps a query's connection open. */
  holdMs: number;
}

/** Reads the simulator's settings; throws an Error that names each bad variable. */
export function readConfig(source: Record<string, string | undefined> = process.env) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The rail simulator's settings are wrong: ${names.join('; ')}`);
  }
  const { data } = parsed;
  const config: SandboxConfig = {
    host: data.SANDBOX_HOST,
    port: data.SANDBOX_PORT,
    dataDir: data.SANDBOX_DATA_DIR,
    merchantId: data.SANDBOX_MERCHANT_ID,
    merchantName: data.SANDBOX_MERCHANT_NAME,
    bankSecret: data.SANDBOX_BANK_SECRET,
    bankNoticeUrl: data.SANDBOX_BANK_NOTIFY_URL,
    netsunionSecret: data.SANDBOX_NETSUNION_SECRET,
    netsunionNoticeUrl: data.SANDBOX_NETSUNION_NOTIFY_URL,
    carrierClientId: data.SANDBOX_CARRIER_CLIENT_ID,
    carrierSecret: data.SANDBOX_CARRIER_SECRET,
    carrierLookupKey: data.SANDBOX_CARRIER_LOOKUP_KEY,
    carrierTokenMs: data.SANDBOX_CARRIER_TOKEN_SECONDS * 1000,
    carrierConfirmMs: data.SANDBOX_CARRIER_CONFIRM_SECONDS * 1000,
    sinkCa: data.SANDBOX_SINK_CA_FILE,
    noticeRetryMs: data.SANDBOX_NOTICE_RETRY_MINUTES.map((minutes) =>
      Math.round(minutes * 60_000 * data.SANDBOX_NOTICE_SCALE),
    ),
    noticeTimeoutMs: data.SANDBOX_NOTICE_TIMEOUT_MS,
    resultDelayMs: data.SANDBOX_RESULT_DELAY_MS,
    doubtMs: data.SANDBOX_DOUBT_MS,
    lateMs: data.SANDBOX_LATE_MS,
    codeMs: data.SANDBOX_CODE_SECONDS * 1000,
    appOrigin: data.SANDBOX_APP_ORIGIN,
    authenticators: data.SANDBOX_AUTHENTICATORS,
    holdMs: data.SANDBOX_HOLD_MS,
  };
  return config;
}
