import { randomBytes } from 'node:crypto';

/** Standard Webhooks: "whsec_" and 32 bytes of chance. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;
