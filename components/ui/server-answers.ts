const PATIENCE_MS = 5_000;

/** Is our own server there, and able to draw a page? */
export async function serverAnswers(): Promise<boolean> {
  if (navigator.onLine === false) return false;
  try {
    const { ok } = await fetch('/api/health', {
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return ok;
  } catch {
    return false;
  }
}
