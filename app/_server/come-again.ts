/** How soon to come again when the database had no answer: most of what that is passes in seconds. */
export const AGAIN_SECONDS = 2;

/** How an answer begins that could not be made; `away`: for a reason that passes by itself. */
export const brokenHead = (away: boolean): { status: number; headers: Record<string, string> } =>
  away
    ? { status: 503, headers: { 'Retry-After': String(AGAIN_SECONDS) } }
    : { status: 500, headers: {} };
