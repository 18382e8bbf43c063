const bytes = (length: number): string => Buffer.alloc(length, 1).toString('base64');

/** Every variable that is required, with a value that is right; `pem` is any file that can be read. */
export const completeEnv = (pem: string): Record<string, string> => ({
  DATABASE_URL: 'postgres://cashier@localhost:5432/cashier',
  APP_ORIGIN: 'http://localhost:3000',
  SESSION_SECRET: bytes(32),
  SIGNING_SECRET: bytes(48),
  ENCRYPTION_KEY: bytes(32),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: bytes(32),
  UNIONPAY_GATEWAY_ORIGIN: 'https://gateway.95516.com',
  UNIONPAY_MERCHANT_ID: '777290058110048',
  UNIONPAY_SIGN_KEY_FILE: pem,
  UNIONPAY_SIGN_CERT_FILE: pem,
  UNIONPAY_ROOTS_FILE: pem,
  UNIONPAY_ALLOWED_COMMON_NAMES: 'a,b',
  BANK_API_ORIGIN: 'https://api.bank.example',
  BANK_API_SECRET: 'x'.repeat(32),
  BANK_NAME: '存管银行',
  BANK_ACCOUNT_NAME: '客户备付金',
  SMS_GATEWAY_URL: 'https://sms.example/send',
});
