import { z } from 'zod';
import { staffCodeSchema } from '@/app/(auth)/sign-in/staff/code-schema';

export const createApiKeyInput = z.object({
  name: z
    .string()
    .trim()
    .max(40)
    .transform((text) => text || undefined),
  code: staffCodeSchema,
});
export const createLinkKeyInput = z.object({ code: staffCodeSchema });
export const revokeKeyInput = z.object({
  kind: z.enum(['api', 'link', 'sm2']),
  keyId: z.string().regex(/^[0-9a-z_]{3,48}$/),
  code: staffCodeSchema,
});
