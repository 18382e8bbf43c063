import { headers } from 'next/headers';
import { addressKey } from './rules';

/**
 * Where the request came from, for counting. The last address is what the nearest proxy saw, or
 * what Next saw itself; earlier ones are the sender's own words. Without a proxy in front even the
 * last one can be made up, so whatever is counted by address is counted by phone or account too.
 */
export async function clientAddress(): Promise<string> {
  return addressKey((await headers()).get('x-forwarded-for')?.split(',').at(-1) ?? '');
}
