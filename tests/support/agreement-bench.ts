import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { resolveSigning } from '@/lib/agreements/resolve-signing';
import type { FourElements } from '@/lib/channels/agreement-port';
import { pool } from '@/lib/core/db';
import { withLuhn } from './card-numbers';
import { seedShopper } from './factories/customers';
import { seedMerchant } from './factories/merchants';
import { MERCHANT_NO, NETSUNION_SECRET } from './netsunion-rail';
import { somePhone } from './phones';
import { startSandboxProcess } from './sandbox-process';

/** The simulator's one right code, and one that is always wrong. */
export const RIGHT = '111111';
export const WRONG = '123456';
export const CONSENT = '2026-11';
const PERSON = { name: '张三', idNo: '110101199003070038' };
/** The phone that the simulator's bank has for 张三's own cards. */
const RESERVED_PHONE = '13800138000';

/** UnionPay has an old phone for this card, NetsUnion the right one. */
export const STALE: FourElements = {
  ...PERSON,
  cardNo: '6200000000000054',
  phone: RESERVED_PHONE,
};
/** Both have another phone. */
export const MISMATCH: FourElements = { ...STALE, cardNo: '6200000000000096' };

/** A card of the made-up 样例银行 that no other test uses, with a phone of its own. */
export const someElements = (): FourElements => ({
  ...PERSON,
  cardNo: withLuhn(`622299${String(randomInt(1e9)).padStart(9, '0')}`),
  phone: somePhone(),
});

export interface AgreementBench {
  /** What the next call of that kind meets: at UnionPay sms, signing or ending, at NetsUnion signing. */
  script(channel: 'unionpay' | 'netsunion', kind: string, behaviour: object): Promise<void>;
  /** Every token that UnionPay has given out. */
  tokens(): Promise<{ state: string }[]>;
  stop(): Promise<void>;
}

/**
 * Both agreement channels and the bank in a simulator of this test file's own, and this process's
 * environment pointed at it: start it before anything reads the environment.
 */
export async function startAgreementBench(
  settings: Record<string, string> = {},
): Promise<AgreementBench> {
  const bankSecret = String(process.env.BANK_API_SECRET);
  const { origin, dataDir, control, stop } = await startSandboxProcess({
    SANDBOX_NETSUNION_SECRET: NETSUNION_SECRET,
    SANDBOX_BANK_SECRET: bankSecret,
  });
  const certificate = (name: string) => join(dataDir, 'certs', name);
  Object.assign(process.env, {
    UNIONPAY_GATEWAY_ORIGIN: origin,
    UNIONPAY_SIGN_KEY_FILE: certificate('merchant.key.pem'),
    UNIONPAY_SIGN_CERT_FILE: certificate('merchant.cert.pem'),
    UNIONPAY_ROOTS_FILE: certificate('roots.pem'),
    UNIONPAY_ENCRYPT_CERT_FILE: certificate('encrypt.cert.pem'),
    UNIONPAY_APP_CERTS_FILE: certificate('unionpay.cert.pem'),
    NETSUNION_ORIGIN: origin,
    NETSUNION_MERCHANT_NO: MERCHANT_NO,
    NETSUNION_SECRET,
    BANK_API_ORIGIN: origin,
    ...settings,
  });
  return {
    script: async (channel, kind, behaviour) => {
      const path = channel === 'unionpay' ? 'script' : 'netsunion/script';
      await control(path, { match: { any: true, kind }, behaviour, times: 1 });
    },
    tokens: async () => ((await control('tokens')) as { tokens: { state: string }[] }).tokens,
    stop,
  };
}

/** A shopper at a merchant, and a card of theirs. */
export async function seedBinding(elements: FourElements = someElements()) {
  const [{ id: merchantId }, { userId }] = await Promise.all([
    seedMerchant(),
    seedShopper(somePhone()),
  ]);
  return { merchantId, userId, customerReference: null, elements, consentVersion: CONSENT };
}

/** The channel is asked when so much time has passed since the call that nothing can be on its way. */
export async function resolveLater(channelAgreementId: string): Promise<void> {
  const shift = (sign: string, columns: string[]) =>
    pool().query(
      `UPDATE channel_agreements
          SET ${columns.map((column) => `${column} = ${column} ${sign} interval '3 minutes'`).join(', ')}
        WHERE id = $1`,
      [channelAgreementId],
    );
  await shift('-', ['sent_at', 'requested_at']);
  await resolveSigning({ channelAgreementId });
  // Part of the signing's number at UnionPay, which nothing may change.
  await shift('+', ['requested_at']);
}

/** So much time passes for what a binding has of codes and calls. */
export async function age(agreementId: string, seconds: number): Promise<void> {
  const ago = (column: string) => `${column} = ${column} - make_interval(secs => $2)`;
  const columns = ['last_code_at', 'sent_at', 'next_ask_at', 'updated_at'];
  await pool().query(
    `UPDATE channel_agreements SET ${columns.map(ago).join(', ')} WHERE agreement_id = $1`,
    [agreementId, seconds],
  );
  await pool().query(`UPDATE agreements SET ${ago('created_at')} WHERE id = $1`, [
    agreementId,
    seconds,
  ]);
}
