import { pino } from 'pino';
import { env } from './env';

// Names under which a secret or a person's data could ever reach a log line.
const SENSITIVE = [
  'password',
  'paymentPassword',
  'secret',
  'code',
  'phone',
  'payerPhone',
  'cardNo',
  'accNo',
  'idNo',
  'token',
  'payToken',
  'authorization',
  'cookie',
  'signature',
  'sign',
  'privateKey',
];

let logger: ReturnType<typeof makeLogger> | undefined;

function makeLogger() {
  return pino({
    level: env().LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: SENSITIVE.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      censor: '[redacted]',
    },
    serializers: { error: pino.stdSerializers.err },
  });
}

/** Structured, redacted log lines on standard output. */
export function log() {
  logger ??= makeLogger();
  return logger;
}
