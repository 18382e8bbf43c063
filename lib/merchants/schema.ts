import { z } from 'zod';

/** scheme://host[:port] and nothing else, as the WHATWG parser writes it. */
const origin = z
  .url({ protocol: /^https?$/, abort: true })
  .refine((text) => new URL(text).origin === text, 'must be an origin without a path');

export const returnOriginsSchema = z.array(origin).max(20);

export const merchantSchema = z.strictObject({
  id: z.string().regex(/^mer_[0-9a-z]{1,40}$/),
  name: z.string().min(1).max(64),
  nameEn: z.string().min(1).max(64),
  accentColor: z.string().regex(/^#[0-9a-f]{6}$/i),
  returnOrigins: returnOriginsSchema,
  latePaymentPolicy: z.enum(['accept', 'refund', 'hold']),
  balanceContract: z.enum(['none', 'licensed', 'bank_custody']),
  hiddenMethods: z.array(z.string()).max(20),
});

/** Where notices go: no log-in in the address, no fragment. */
export const webhookUrlSchema = z
  .url({ protocol: /^https?$/, abort: true })
  .max(1024)
  .refine((text) => {
    const url = new URL(text);
    return url.username === '' && url.password === '' && !text.includes('#');
  }, 'must have no user, password or fragment');

/** Standard Webhooks: "whsec_" and 24 to 64 bytes in base64. */
export const webhookSecretSchema = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]+={0,2}$/)
  .refine((text) => {
    const length = Buffer.from(text.slice('whsec_'.length), 'base64').length;
    return length >= 24 && length <= 64;
  }, 'must hold 24 to 64 bytes');

export const apiKeySecretSchema = z.string().regex(/^sk_test_[A-Za-z0-9_-]{20,128}$/);
export const linkKeyIdSchema = z.string().regex(/^[0-9a-z_]{3,48}$/);
export const linkSecretSchema = z.string().min(32).max(256);
