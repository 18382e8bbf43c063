export interface LiveAnswer {
  /** The version of what the page shows. */
  mark: string;
  /** Who else has the page open, by name. */
  others: string[];
}

const PATIENCE_MS = 8_000;

/** Asks how things stand, and says that the page is open; undefined when nobody answered. */
export async function askLive(subject: string): Promise<LiveAnswer | undefined> {
  try {
    const response = await fetch(`/office/events?${new URLSearchParams({ subject })}`, {
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    // Signed out, too: then the next page says so.
    if (!response.ok) return undefined;
    const { mark, others }: Partial<LiveAnswer> = await response.json();
    return typeof mark === 'string' && Array.isArray(others) ? { mark, others } : undefined;
  } catch {
    // Offline or slow: no news, so ask again later.
    return undefined;
  }
}
