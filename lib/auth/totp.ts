import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app reads it. */
export const STEP_SECONDS = 30;
const DIGITS = 6;
/** Steps before and behind the present one whose codes are taken, for clocks and slow fingers. */
const WINDOW = 1;
const ISSUER = 'Cashier';

const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({
    issuer: ISSUER,
    label,
    algorithm: 'SHA1',
    digits: DIGITS,
    period: STEP_SECONDS,
    secret: Secret.fromBase32(secret),
  });

/** 160 bits, as RFC 4226 recommends, in base 32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator scans: `otpauth://totp/…`. */
export const totpAddress = (secret: string, account: string): string =>
  totpOf(secret, account).toString();

/** The code of the moment `at`. */
export const totpCode = (secret: string, at: Date): string =>
  totpOf(secret).generate({ timestamp: at.getTime() });

/** The step whose code this is, if it is one of those taken at `at`; undefined for any other code. */
export function totpStepOf(secret: string, code: string, at: Date): bigint | undefined {
  const timestamp = at.getTime();
  const delta = totpOf(secret).validate({ token: code, timestamp, window: WINDOW });
  if (delta === null) return undefined;
  return BigInt(Math.floor(timestamp / 1000 / STEP_SECONDS) + delta);
}
