import { join } from 'node:path';
import { startSandboxProcess } from './sandbox-process';

const SECRET = 'the cashier and the agreement channel share this';

export interface CardRails {
  /** What points our process at both channels; assign it before anything reads the environment. */
  env: Record<string, string>;
  /** The simulator's control API, as its README has it; by GET without a body. */
  control(path: string, body?: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

/** The real simulator with UnionPay, NetsUnion and the bank: all that a bound card may meet. */
export async function startCardRails(settings: Record<string, string> = {}): Promise<CardRails> {
  const sandbox = await startSandboxProcess({
    SANDBOX_NETSUNION_SECRET: SECRET,
    SANDBOX_BANK_SECRET: SECRET,
    ...settings,
  });
  const cert = (name: string) => join(sandbox.dataDir, 'certs', name);
  return {
    env: {
      UNIONPAY_GATEWAY_ORIGIN: sandbox.origin,
      UNIONPAY_MERCHANT_ID: '777290058110048',
      UNIONPAY_SIGN_KEY_FILE: cert('merchant.key.pem'),
      UNIONPAY_SIGN_CERT_FILE: cert('merchant.cert.pem'),
      UNIONPAY_ROOTS_FILE: cert('roots.pem'),
      UNIONPAY_ALLOWED_COMMON_NAMES: '00040000:SIGN',
      UNIONPAY_ENCRYPT_CERT_FILE: cert('encrypt.cert.pem'),
      UNIONPAY_APP_CERTS_FILE: cert('unionpay.cert.pem'),
      UNIONPAY_TOKEN_REQUESTOR: '62000000001',
      UNIONPAY_FILE_URL: `${sandbox.origin}/file-download/`,
      NETSUNION_ORIGIN: sandbox.origin,
      NETSUNION_ISSUER_ID: 'Z2000111000010',
      NETSUNION_MERCHANT_NO: '898000000000001',
      NETSUNION_SECRET: SECRET,
      BANK_API_ORIGIN: sandbox.origin,
      BANK_API_SECRET: SECRET,
    },
    control: sandbox.control,
    stop: sandbox.stop,
  };
}
