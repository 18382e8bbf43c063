import { keepInCookie, readKept } from '@/lib/auth/kept-cookie';
import { isDevice, newDevice } from './device-cookie';

/** What this browser is known by, if it has been here before; for pages, which set no cookies. */
export async function knownDevice(): Promise<string | undefined> {
  const known = await readKept('device');
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
  await keepInCookie('device', device);
  return device;
}
