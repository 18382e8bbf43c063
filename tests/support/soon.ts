/** How long a test waits for what has to come: on a busy machine it comes late, and only a failure waits this long. */
export const SOON = { timeout: 30_000, interval: 20 };
