import { z } from 'zod';
import { databaseNow } from '@/lib/core/clock';
import { open, seal } from '@/lib/core/crypto';
import { dropKept, keepInCookie, readKept } from './kept-cookie';
import { COOKIES } from './own-cookies';

// The phone travels encrypted in a short-lived cookie: not in an address, not in a page. It says whether a code was only asked for, or typed in; neither outlives a quarter of an hour.
const CONTEXT = 'subscriber phone';

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

export async function keepSubscriber(subscriber: Subscriber): Promise<void> {
  const until = (await databaseNow()).getTime() + COOKIES.subscriber.seconds * 1000;
  const sealed = seal(JSON.stringify({ ...subscriber, until }), CONTEXT).toString('base64url');
  await keepInCookie('subscriber', sealed);
}

/** Undefined for nobody, and for a cookie that is too old or not ours. */
export async function readSubscriber(): Promise<Subscriber | undefined> {
  const sealed = await readKept('subscriber');
  const content = sealed ? openContent(sealed) : undefined;
  if (!content || content.until <= (await databaseNow()).getTime()) return undefined;
  return { phone: content.phone, proved: content.proved };
}

export const forgetSubscriber = (): Promise<void> => dropKept('subscriber');

function openContent(sealed: string): z.output<typeof contentSchema> | undefined {
  try {
    const text = open(Buffer.from(sealed, 'base64url'), CONTEXT).toString();
    return contentSchema.parse(JSON.parse(text));
  } catch {
    // Somebody changed it, or the key did: the same as not having one.
    return undefined;
  }
}
