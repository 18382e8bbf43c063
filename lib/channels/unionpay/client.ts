import type { Fields } from './read-fields';

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

export type Reply =
  | { kind: 'answered'; body: Uint8Array }
  /** Nothing was sent: the channel cannot have acted on this call. */
  | { kind: 'not_sent'; detail: string }
  /** The channel may or may not have acted. */
  | { kind: 'lost'; cause: 'timeout' | 'transport' | 'unreadable'; detail: string };

/** Posts one form and returns the bytes of a 200 answer. `timeoutMs` covers all of it. */
export async function postForm(url: string, fields: Fields, timeoutMs: number): Promise<Reply> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
      body: new URLSearchParams(fields).toString(),
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      return unreadable(`HTTP ${response.status}`);
    }
    const body = await readLimited(response);
    return body ? { kind: 'answered', body } : unreadable('an answer over 256 kB');
  } catch (error) {
    return classify(error);
  }
}

const unreadable = (detail: string): Reply => ({ kind: 'lost', cause: 'unreadable', detail });

/** Undefined when there is more than may be held in memory; the rest is not read. */
async function readLimited(response: Response): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    // Leaving the loop cancels the stream.
    if (length > LARGEST_ANSWER_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function classify(error: unknown): Reply {
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
