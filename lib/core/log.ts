import { pino } from 'pino';
import { env } from './env';
import { logContext } from './log-context';
import { maskPersonalNumbers } from './personal-numbers';

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

const JSON_TEXT = /"(?:[^"\\]|\\.)*"/g;

/** A caller may put a phone wherever an id belongs: in texts, whatever they are called, such numbers are cut, too. */
const withoutPersonalNumbers = (line: string): string =>
  line.replace(JSON_TEXT, maskPersonalNumbers);

let logger: ReturnType<typeof makeLogger> | undefined;

function makeLogger() {
  return pino({
    level: env().LOG_LEVEL,
    base: null,
    mixin: logContext,
    // What a line itself says stands before what it is said on the way to.
    mixinMergeStrategy: (line, context) => ({ ...context, ...line }),
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: SENSITIVE.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      censor: '[redacted]',
    },
    serializers: { error: pino.stdSerializers.err },
    hooks: { streamWrite: withoutPersonalNumbers },
  });
}

/** Structured, redacted log lines on standard output. */
export function log() {
  logger ??= makeLogger();
  return logger;
}
