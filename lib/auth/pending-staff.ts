import { z } from 'zod';
import { databaseNow } from '@/lib/core/clock';
import { open, seal } from '@/lib/core/crypto';
import { dropKept, keepInCookie, readKept } from './kept-cookie';
import { COOKIES } from './own-cookies';

// Between the password and the code: who gave the right password travels encrypted, for ten minutes, in a
// cookie; for somebody new with the secret that the authenticator is to take.
const CONTEXT = 'staff sign-in';

const pendingSchema = z.object({
  userId: z.string(),
  email: z.string(),
  role: z.enum(['office', 'merchant']),
  /** Ended sessions end this, too. */
  tokenVersion: z.number().int(),
  /** Base 32: of an authenticator that is being set up. */
  secret: z.string().optional(),
  until: z.number(),
});

export type PendingStaff = Omit<z.output<typeof pendingSchema>, 'until'>;

export async function keepPendingStaff(pending: PendingStaff): Promise<void> {
  const until = (await databaseNow()).getTime() + COOKIES.pendingStaff.seconds * 1000;
  const sealed = seal(JSON.stringify({ ...pending, until }), CONTEXT).toString('base64url');
  await keepInCookie('pendingStaff', sealed);
}

/** Undefined for nobody, and for a cookie that is too old or not ours. */
export async function readPendingStaff(): Promise<PendingStaff | undefined> {
  const sealed = await readKept('pendingStaff');
  const content = sealed ? openContent(sealed) : undefined;
  if (!content || content.until <= (await databaseNow()).getTime()) return undefined;
  const { until: _, ...pending } = content;
  return pending;
}

export const forgetPendingStaff = (): Promise<void> => dropKept('pendingStaff');

function openContent(sealed: string): z.output<typeof pendingSchema> | undefined {
  try {
    const text = open(Buffer.from(sealed, 'base64url'), CONTEXT).toString();
    return pendingSchema.parse(JSON.parse(text));
  } catch {
    // Somebody changed it, or the key did: the same as not having one.
    return undefined;
  }
}
