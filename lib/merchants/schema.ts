import { z } from 'zod';
import { EVENT_TOPICS } from '@/lib/core/event-topics';

/** scheme://host[:port] and nothing else, as the WHATWG parser writes it. */
const origin = z
  .url({ protocol: /^https?$/, abort: true })
  .refine((text) => new URL(text).origin === text, 'must be an origin without a path');

export const returnOriginsSchema = z.array(origin).max(20);

/** "#rrggbb"; kept in small letters. */
export const accentColorSchema = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i)
  .toLowerCase();

export const merchantSchema = z.strictObject({
  id: z.string().regex(/^mer_[0-9a-z]{1,40}$/),
  mode: z.enum(['test', 'live']),
  name: z.string().min(1).max(64),
  nameEn: z.string().min(1).max(64),
  accentColor: accentColorSchema,
  returnOrigins: returnOriginsSchema,
  latePaymentPolicy: z.enum(['accept', 'refund', 'hold']),
  balanceContract: z.enum(['none', 'licensed', 'bank_custody']),
  hiddenMethods: z.array(z.string()).max(20),
});

/** Where notices go: no log-in in the address, no fragment. */
export const webhookUrlSchema = z
  .url({ protocol: /^https?$/, abort: true })
  .max(1024)
  .regex(/^[^\s\p{Cc}]+$/u, 'must have no spaces')
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

/** What an endpoint is told about. */
export const topicsSchema = z
  .array(z.enum(EVENT_TOPICS))
  .max(40)
  .transform((topics) => [...new Set(topics)].sort());

export const apiKeySecretSchema = z.string().regex(/^sk_(test|live)_[A-Za-z0-9_-]{20,128}$/);
export const linkKeyIdSchema = z.string().regex(/^[0-9a-z_]{3,48}$/);
export const linkSecretSchema = z.string().min(32).max(256);
