import { HOST_PATIENCE_MS } from './find-host';
import type { CashierHost, HostApp } from './host-bridge';
import { type HostWord, hostWord } from './host-word';

const APPS: readonly HostApp[] = ['logged-in', 'logged-out', 'not-installed'];

/**
 * Is the 云闪付 app on this phone, and may its own number be charged without a code? `unknown` when the
 * host does not say, or says it too late.
 */
export async function askHost(host: CashierHost, patienceMs = HOST_PATIENCE_MS): Promise<HostWord> {
  const nothing = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs));
  try {
    const said = await Promise.race([host.capabilities(), nothing]);
    const app = APPS.find((one) => one === said?.app) ?? 'unknown';
    return hostWord(app, said?.directBilling === true);
  } catch {
    // A bridge that breaks down has not answered; that there is one is still true.
    return 'unknown';
  }
}
