import { HOST_PATIENCE_MS } from './find-host';
import type { CashierHost, HostApp } from './host-bridge';

const APPS: readonly HostApp[] = ['logged-in', 'logged-out', 'not-installed'];

/** Is the 云闪付 app on this phone? `unknown` when the host does not say, or says it too late. */
export async function askHost(
  host: CashierHost,
  patienceMs = HOST_PATIENCE_MS,
): Promise<HostApp | 'unknown'> {
  const nothing = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs));
  try {
    const said = await Promise.race([host.capabilities(), nothing]);
    return APPS.find((app) => app === said?.app) ?? 'unknown';
  } catch {
    // A bridge that breaks down has not answered; that there is one is still true.
    return 'unknown';
  }
}
