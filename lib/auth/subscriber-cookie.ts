import { cookies } from 'next/headers';
import { z } from 'zod';
import { databaseNow } from '@/lib/core/clock';
import { open, seal } from '@/lib/core/crypto';
import { isSecure } from './session-cookie';

// The phone travels encrypted in a short-lived cookie of these pages alone: not in an address, not in a
// page. It says whether a code was only asked for, or typed in; neither outlives a quarter of an hour.
const NAME = 'cashier-subscriber';
const CONTEXT = 'subscriber phone';
const PATH = '/subscriptions';
const SECONDS = 15 * 60;

const contentSchema = z.object({
  phone: z.string(),
  proved: z.boolean(),
  until: z.number(),
});

export interface Subscriber {
  /** Eleven digits. */
  phone: string;
  /** The code that was sent there was typed in here. */
  proved: boolean;
}

const options = () =>
  ({ httpOnly: true, sameSite: 'lax', path: PATH, secure: isSecure() }) as const;

export async function keepSubscriber(subscriber: Subscriber): Promise<void> {
  const until = (await databaseNow()).getTime() + SECONDS * 1000;
  const sealed = seal(JSON.stringify({ ...subscriber, until }), CONTEXT).toString('base64url');
  (await cookies()).set(NAME, sealed, { ...options(), maxAge: SECONDS });
}

/** Undefined for nobody, and for a cookie that is too old or not ours. */
export async function readSubscriber(): Promise<Subscriber | undefined> {
  const sealed = (await cookies()).get(NAME)?.value;
  const content = sealed ? openContent(sealed) : undefined;
  if (!content || content.until <= (await databaseNow()).getTime()) return undefined;
  return { phone: content.phone, proved: content.proved };
}

export async function forgetSubscriber(): Promise<void> {
  (await cookies()).set(NAME, '', { ...options(), maxAge: 0 });
}

function openContent(sealed: string): z.output<typeof contentSchema> | undefined {
  try {
    const text = open(Buffer.from(sealed, 'base64url'), CONTEXT).toString();
    return contentSchema.parse(JSON.parse(text));
  } catch {
    // Somebody changed it, or the key did: the same as not having one.
    return undefined;
  }
}
