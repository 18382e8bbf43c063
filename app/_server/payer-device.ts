import { cookies } from 'next/headers';
import { env } from '@/lib/core/env';
import { DEVICE_COOKIE, deviceOptions, isDevice, newDevice } from './device-cookie';

/** What this browser is known by, if it has been here before; for pages, which set no cookies. */
export async function knownDevice(): Promise<string | undefined> {
  const known = (await cookies()).get(DEVICE_COOKIE)?.value;
  return isDevice(known) ? known : undefined;
}

/**
 * This browser's own name: how many codes it has sent is counted by it. Whoever throws it away is still
 * counted by address and by number. The shopper's page has brought it (proxy.ts): what a press brought
 * would be lost with the press's answer, and be another one in each tab.
 */
export async function payerDevice(): Promise<string> {
  const known = await knownDevice();
  if (known) return known;
  const device = newDevice();
  const secure = env().APP_ORIGIN.startsWith('https:');
  (await cookies()).set(DEVICE_COOKIE, device, deviceOptions(secure));
  return device;
}
