/**
 * SQLSTATEs that are about the server or the moment, not about what was asked: connections (08), asked to run again (40),
 * no room on disk, in memory or for one more connection (53), a lock not had in time (55P03), ended or starting (57), the
 * disk itself (58), and a server that only reads any more (25006). Then Prisma's own names for the same, and the system's.
 */
const AWAY =
  /^(08...|40001|40P01|53...|55P03|57P0.|57014|58...|25006|P1001|P1002|P1008|P1017|P2024|P2028|P2034|P2037|ECONN\w+|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND)$/;
const SAID =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;
/** What Prisma's adapter makes of the same, where it keeps no code. */
const KINDS =
  /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections|TransactionWriteConflict)$/;
/** How far down the causes are looked through. */
const DEEPEST = 5;

/**
 * Is it the database that had no answer, no room or no time just now? That is no bug and passes; what had been asked
 * was undone, or nobody knows whether it was done.
 */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  // `fetch` reports another server's silence as one of these.
  if (!(error instanceof Object) || error instanceof TypeError || depth > DEEPEST) return false;
  const { code, originalCode, kind, message, cause, meta } = error as {
    code?: unknown;
    originalCode?: unknown;
    kind?: unknown;
    message?: unknown;
    cause?: unknown;
    meta?: { driverAdapterError?: unknown };
  };
  return (
    [code, originalCode].some((one) => typeof one === 'string' && AWAY.test(one)) ||
    (typeof kind === 'string' && KINDS.test(kind)) ||
    (typeof message === 'string' && SAID.test(message)) ||
    isDatabaseAway(cause, depth + 1) ||
    isDatabaseAway(meta?.driverAdapterError, depth + 1)
  );
}
