import { redirect } from 'next/navigation';
import { readSubscriber } from '@/lib/auth/subscriber-cookie';

/** The phone that a code was asked for; who has not asked yet, or too long ago, starts again. */
export async function askedPhone(): Promise<string> {
  return (await readSubscriber())?.phone ?? redirect('/subscriptions');
}

/** The phone whose code was typed in on this browser within a quarter of an hour. */
export async function provedPhone(): Promise<string> {
  const subscriber = await readSubscriber();
  return subscriber?.proved ? subscriber.phone : redirect('/subscriptions');
}
