import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { PERMISSIONS } from './permissions';

const secret = z
  .string()
  .refine((text) => Buffer.from(text, 'base64').length >= 32, 'at least 32 bytes of base64');
const key = z
  .string()
  .refine((text) => Buffer.from(text, 'base64').length === 32, 'exactly 32 bytes of base64');
const origin = z
  .url({ abort: true })
  .refine((text) => new URL(text).origin === text, 'an origin without a path');
const file = z.string().transform((path, context) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    context.addIssue({ code: 'custom', message: 'a file that can be read' });
    return z.NEVER;
  }
});
/** "a,b,c" */
const list = z.string().transform((text) => text.split(',').map((part) => part.trim()));
/** What a contract covers where the database holds none; `none` is nothing. */
const permissions = list
  .pipe(z.array(z.enum([...PERMISSIONS, 'none'])))
  .transform((names) => names.filter((name) => name !== 'none'));
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

const schema = z.object({
  CASHIER_ENV: z.enum(['demo', 'test', 'production']).default('demo'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  APP_ORIGIN: origin,
  SESSION_SECRET: secret,
  SIGNING_SECRET: secret,
  ENCRYPTION_KEY: key,
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key,
  UNIONPAY_GATEWAY_ORIGIN: origin,
  UNIONPAY_MERCHANT_ID: z.string().regex(/^[0-9A-Za-z]{15}$/, '15 letters or digits'),
  UNIONPAY_SIGN_KEY_FILE: file,
  UNIONPAY_SIGN_CERT_FILE: file,
  UNIONPAY_ROOTS_FILE: file,
  UNIONPAY_ALLOWED_COMMON_NAMES: z.string().transform((text) => text.split(',')),
  UNIONPAY_PERMISSIONS: permissions.default([
    'control',
    'sdk_wap',
    'api_wap',
    'qr',
    'no_redirect',
    'token',
    'payout',
  ]),
  /** The certificate card data is encrypted for, until the channel hands out a newer one. */
  UNIONPAY_ENCRYPT_CERT_FILE: file.optional(),
  /** The certificates that sign what a host reports after its own payment screen. */
  UNIONPAY_APP_CERTS_FILE: file.optional(),
  UNIONPAY_TOKEN_REQUESTOR: z
    .string()
    .regex(/^[0-9]{1,20}$/, 'digits')
    .optional(),
  UNIONPAY_FILE_URL: z.url().optional(),
  /** Loaded inside the 云闪付 app only, the one script of somebody else's. */
  UPSDK_URL: z.url().default('https://open.95516.com/s/open/js/upsdk.js'),
  NETSUNION_ORIGIN: origin.optional(),
  NETSUNION_ISSUER_ID: z.string().optional(),
  NETSUNION_MERCHANT_NO: z.string().default(''),
  NETSUNION_SECRET: z.string().min(32, 'at least 32 characters').optional(),
  NETSUNION_PERMISSIONS: permissions.default(['token', 'silent_signing']),
  /** From this amount in fen on, a payment by bound card takes a code by text message. */
  /** How long one QR code can be paid; the page shows the next one before it ends. */
  QR_SECONDS: z.coerce.number().int().min(20).max(1_800).default(180),
  CARD_CODE_FROM_FEN: z.coerce.bigint().min(1n).default(100_000n),
  PAYOUT_CHANNEL: z.enum(['bank', 'unionpay']).default('bank'),
  BANK_API_ORIGIN: origin,
  BANK_API_SECRET: z.string().min(32, 'at least 32 characters'),
  BANK_NAME: z.string(),
  BANK_ACCOUNT_NAME: z.string(),
  SMS_GATEWAY_URL: z.url(),
  SANDBOX_ORIGIN: origin.optional(),
  DEMO_SHOP_API_KEY: z.string().optional(),
  DEMO_SHOP_WEBHOOK_SECRET: z.string().optional(),
  DEMO_SHOP_LINK_KEY_ID: z.string().optional(),
  DEMO_SHOP_LINK_SECRET: z.string().optional(),
  DEMO_FILE: z.string().optional(),
  SETTLEMENT_DELAY_DAYS: z.coerce.number().int().min(0).max(60).default(1),
  WEBHOOK_ALLOW_PRIVATE: flag.default(false),
  CARD_TOP_UP_HOLD_HOURS: z.coerce.number().int().min(0).max(8_760).default(24),
  FAIL_POINT: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export type Env = z.output<typeof schema>;

/** Each bad variable by name, with what it should have been; values are never repeated. */
export class EnvProblem extends Error {
  override name = 'EnvProblem';
  constructor(readonly problems: { variable: string; expected: string }[]) {
    super(problems.map((p) => `${p.variable}: ${p.expected}`).join('\n'));
  }
}

/** Parses the environment once. An empty variable is an unset one. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new EnvProblem(
    parsed.error.issues.map((issue) => ({
      variable: String(issue.path[0]),
      expected:
        given[String(issue.path[0])] === undefined ? 'is required but not set' : issue.message,
    })),
  );
}

let parsed: Env | undefined;

/** The validated environment; the first call parses it. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}
