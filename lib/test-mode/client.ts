import type { Script } from './rules';

const TIMEOUT_MS = 5_000;

/** Hands a script to the simulator; false when it did not take it. */
export async function postScript(simulatorOrigin: string, script: Script): Promise<boolean> {
  try {
    const response = await fetch(`${simulatorOrigin}${script.path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(script.body),
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
