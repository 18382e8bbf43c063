const LARGEST_ANSWER_BYTES = 256 * 1024;

/** Errors before the request left this machine. Any other may have reached the channel. */
const CONNECT_ERRORS = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const TIMEOUT_ERRORS = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT']);

/** A call to a channel that brought no answer. */
export type Unanswered =
  /** Nothing was sent: the channel cannot have acted on this call. */
  | { kind: 'not_sent'; detail: string }
  /** The channel may or may not have acted. */
  | { kind: 'lost'; cause: 'timeout' | 'transport' | 'unreadable'; detail: string };

export const unreadable = (detail: string): Unanswered => ({
  kind: 'lost',
  cause: 'unreadable',
  detail,
});

/** The bytes of an answer; unreadable when there is more than may be held in memory. */
export async function readLimited(
  response: Response,
  largestBytes = LARGEST_ANSWER_BYTES,
): Promise<Uint8Array | Unanswered> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    // Leaving the loop cancels the stream.
    if (length > largestBytes) return unreadable(`an answer over ${largestBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What a failed `fetch` says about whether the channel got the request. */
export function faultOf(error: unknown): Unanswered {
  if (!(error instanceof Error)) throw error;
  if (error.name === 'TimeoutError') return { kind: 'lost', cause: 'timeout', detail: error.name };
  const faults = faultsOf(error.cause);
  const detail = faults.map(({ code }) => code).join(' ') || error.name;
  if (faults.length > 0 && faults.every(isWhileConnecting)) return { kind: 'not_sent', detail };
  const isTimeout = faults.some(({ code }) => TIMEOUT_ERRORS.has(code));
  return { kind: 'lost', cause: isTimeout ? 'timeout' : 'transport', detail };
}

interface Fault {
  code: string;
  syscall: string | undefined;
}

/** A reset or a time-out counts as early only when it is the connecting itself that broke. */
const isWhileConnecting = ({ code, syscall }: Fault): boolean =>
  CONNECT_ERRORS.has(code) || syscall === 'connect';

/** One fault, or one for each address that was tried. */
function faultsOf(cause: unknown): Fault[] {
  if (!(cause instanceof Error)) return [];
  if (cause instanceof AggregateError) return cause.errors.flatMap(faultsOf);
  const { code, syscall } = cause as NodeJS.ErrnoException;
  return code === undefined ? [] : [{ code, syscall }];
}
