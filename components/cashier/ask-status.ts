export interface Status {
  version: string;
}

const PATIENCE_MS = 8_000;

/** Asks the page's own server how things stand; undefined when nobody answered. */
export async function askStatus(url: string): Promise<Status | undefined> {
  try {
    const response = await fetch(url, {
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok) return undefined;
    const { version }: Partial<Status> = await response.json();
    return typeof version === 'string' ? { version } : undefined;
  } catch {
    // Offline or slow: no news, so ask again later.
    return undefined;
  }
}
