import { type CashierHost, HOST_READY } from './host-bridge';

/** Longer than this no page waits for a host to appear, or to say what it can do. */
export const HOST_PATIENCE_MS = 2_000;

/** The host's bridge, as soon as it is there; undefined when it has not come in time. */
export function findHost(patienceMs = HOST_PATIENCE_MS): Promise<CashierHost | undefined> {
  if (window.CashierHost) return Promise.resolve(window.CashierHost);
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener(HOST_READY, done);
      resolve(window.CashierHost);
    };
    const timer = setTimeout(done, patienceMs);
    window.addEventListener(HOST_READY, done);
  });
}
