import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { PERMISSIONS } from './permissions';
import { readPrivateTarget } from './public-address';

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
/** JSON: [{"carrier":"cmcc","apiRoot":"https://…","tokenUrl":"https://…","clientId":"…","clientSecret":"…"}, …] */
const carrierEndpoints = z
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
    z.array(
      z.strictObject({
        carrier: z.enum(['cmcc', 'cucc', 'ctcc', 'cbn']),
        apiRoot: z
          .url()
          .refine((text) => !text.endsWith('/'), 'an address without a slash at its end'),
        tokenUrl: z.url(),
        clientId: z.string().min(1),
        clientSecret: z.string().min(16),
        /** The one before, for events that bear what was made with it. */
        previousClientSecret: z.string().min(16).optional(),
      }),
    ),
  )
  .refine(
    (endpoints) => new Set(endpoints.map((one) => one.carrier)).size === endpoints.length,
    'each carrier once',
  );
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
  .pipe(z.array(z.strictObject({ account: z.string(), secret: z.string() })));
/** "localhost:4000,127.0.0.1:4000"; "*" for any port in tests. */
const privateTargets = list.transform((texts, context) =>
  texts.map((text) => {
    const target = readPrivateTarget(text);
    if (target) return target;
    context.addIssue({ code: 'custom', message: 'host:port, with commas between them' });
    return z.NEVER;
  }),
);

const variables = z.object({
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
  /** The one before, while the channel changes over: its notices are believed, too. */
  NETSUNION_PREVIOUS_SECRET: z.string().min(32, 'at least 32 characters').optional(),
  NETSUNION_PERMISSIONS: permissions.default(['token', 'silent_signing']),
  /** How long one QR code can be paid; the page shows the next one before it ends. */
  QR_SECONDS: z.coerce.number().int().min(20).max(1_800).default(180),
  /** From this amount in fen on, a payment by bound card takes a code by text message. */
  CARD_CODE_FROM_FEN: z.coerce.bigint().min(1n).default(100_000n),
  /** The carriers' CAMARA servers; without any, carrier billing is not offered. */
  CARRIER_ENDPOINTS: carrierEndpoints.default([]),
  /** Where a carrier is asked whose a number is, and what it knows us by. */
  CARRIER_LOOKUP_URL: z.url().optional(),
  CARRIER_LOOKUP_KEY: z.string().min(32, 'at least 32 characters').optional(),
  CARRIER_MERCHANT_NO: z
    .string()
    .regex(/^[0-9A-Za-z]{15}$/, '15 letters or digits')
    .default('000000000000000'),
  CARRIER_PERMISSIONS: permissions.default(['carrier_sms', 'carrier_wap']),
  /** Where carriers send their events: https, as their standard asks; APP_ORIGIN where that is https. */
  CARRIER_SINK_ORIGIN: origin
    .refine((text) => text.startsWith('https:'), 'an https origin')
    .optional(),
  PAYOUT_CHANNEL: z.enum(['bank', 'unionpay']).default('bank'),
  BANK_API_ORIGIN: origin,
  BANK_API_SECRET: z.string().min(32, 'at least 32 characters'),
  BANK_API_PREVIOUS_SECRET: z.string().min(32, 'at least 32 characters').optional(),
  BANK_NAME: z.string(),
  BANK_ACCOUNT_NAME: z.string(),
  SMS_GATEWAY_URL: z.url(),
  SANDBOX_ORIGIN: origin.optional(),
  /** The demo's staff with their authenticators' secrets, as the simulator has them, too. */
  DEMO_AUTHENTICATORS: authenticators.default([]),
  DEMO_SHOP_API_KEY: z.string().optional(),
  DEMO_SHOP_WEBHOOK_SECRET: z.string().optional(),
  DEMO_SHOP_LINK_KEY_ID: z.string().optional(),
  DEMO_SHOP_LINK_SECRET: z.string().optional(),
  DEMO_FILE: z.string().optional(),
  SETTLEMENT_DELAY_DAYS: z.coerce.number().int().min(0).max(60).default(1),
  /** Places inside the network that test-mode notices may go to: exact names with their ports. */
  WEBHOOK_PRIVATE_TARGETS: privateTargets.default([]),
  /** How many calls of the merchant API one key may make: in the long run, and at once after a rest. */
  API_CALLS_PER_SECOND: z.coerce.number().positive().max(100_000).default(100),
  API_CALLS_AT_ONCE: z.coerce.number().int().min(1).max(1_000_000).default(1_000),
  CARD_TOP_UP_HOLD_HOURS: z.coerce.number().int().min(0).max(8_760).default(24),
  /** How long an approved refund by transfer waits, and can be stopped, before it leaves. */
  REFUND_COOL_OFF_SECONDS: z.coerce.number().int().min(0).max(86_400).default(600),
  FAIL_POINT: z.string().optional(),
  /** What Prometheus says to be let in; without it there are no metrics to be read. */
  METRICS_TOKEN: z.string().min(32, 'at least 32 characters').optional(),
  /** Where a worker tells its own metrics, to the same token; without it, nowhere. */
  WORKER_METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  /** Traces are sent below this address, by OTLP over HTTP; without it there are none. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export type Env = z.output<typeof variables>;

const isHttps = (text: string | undefined): boolean => text?.startsWith('https:') ?? false;

/** What one variable asks of another. */
const schema = variables.superRefine((settings, context) => {
  const say = (variable: keyof Env, message: string) =>
    context.addIssue({ code: 'custom', path: [variable], message });
  const { CARRIER_ENDPOINTS: carriers, CASHIER_ENV: mode } = settings;
  if (settings.CARRIER_LOOKUP_URL && !settings.CARRIER_LOOKUP_KEY) {
    say('CARRIER_LOOKUP_KEY', 'what the look-up of numbers knows us by');
  }
  if (settings.WORKER_METRICS_PORT && !settings.METRICS_TOKEN) {
    say('METRICS_TOKEN', 'what whoever reads the metrics of a worker is let in by');
  }
  // A carrier takes no other address for its events.
  if (carriers.length > 0 && !isHttps(settings.CARRIER_SINK_ORIGIN ?? settings.APP_ORIGIN)) {
    say('CARRIER_SINK_ORIGIN', 'an https origin, as APP_ORIGIN is none');
  }
  if (mode !== 'test' && settings.WEBHOOK_PRIVATE_TARGETS.some(({ port }) => port === null)) {
    say('WEBHOOK_PRIVATE_TARGETS', 'exact ports');
  }
  if (
    mode === 'production' &&
    !carriers.every((one) => isHttps(one.apiRoot) && isHttps(one.tokenUrl))
  ) {
    say('CARRIER_ENDPOINTS', 'https addresses in production');
  }
  if (
    mode === 'production' &&
    settings.CARRIER_LOOKUP_URL &&
    !isHttps(settings.CARRIER_LOOKUP_URL)
  ) {
    say('CARRIER_LOOKUP_URL', 'an https address in production');
  }
});

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
