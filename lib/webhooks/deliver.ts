import { promises as dns, type LookupAddress } from 'node:dns';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { LookupFunction, Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { isPrivateTarget, isPublicAddress, type PrivateTarget } from '@/lib/core/public-address';
import {
  type DeliveryAnswer,
  type DeliveryProblem,
  keptBody,
  keptHeaders,
  problemOfStatus,
} from './rules';

const TIMEOUT_MS = 15_000;
const MOST_ANSWER_BYTES = 4 * 1024;

export interface DeliveryRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** The places inside the network that may be reached all the same; none in live mode. */
  privateTargets: readonly PrivateTarget[];
  /** For all of it, from the name's resolution to the end of the answer. */
  timeoutMs?: number;
}

/** The step that was under way when a try broke off. */
type Step = Exclude<DeliveryProblem, 'timeout' | 'redirect' | 'status'>;

interface Progress {
  step: Step;
  isConnected: boolean;
}

class RefusedAddress extends Error {
  override name = 'RefusedAddress';
  readonly code = 'ADDRESS_REFUSED';
}

/**
 * Posts one signed notice to a merchant. Never throws for what the other side does. The name is
 * resolved once, every address it has is judged, and the connection goes to the judged addresses
 * only, so that a name cannot change its mind in between. Redirects are not followed, and no more
 * of the answer is read than 4 kB.
 */
export async function deliver(request: DeliveryRequest): Promise<DeliveryAnswer> {
  const startedAt = performance.now();
  const deadline = AbortSignal.timeout(request.timeoutMs ?? TIMEOUT_MS);
  const progress: Progress = { step: 'dns', isConnected: false };
  const answer = (rest: Omit<DeliveryAnswer, 'durationMs'>): DeliveryAnswer => ({
    ...rest,
    durationMs: Math.round(performance.now() - startedAt),
  });
  try {
    const url = new URL(request.url);
    const addresses = await resolveHost(url, deadline, request.privateTargets);
    progress.step = 'connect';
    const response = await post(url, request, { addresses, deadline, progress });
    const body = keptBody(await readBeginning(response, deadline));
    const status = response.statusCode ?? 0;
    const problem = problemOfStatus(status);
    const retryAfter = response.headers['retry-after'] ?? null;
    const headers = keptHeaders(response.headers);
    return answer({ status, problem, errorCode: null, retryAfter, headers, body });
  } catch (error) {
    const problem = deadline.aborted
      ? 'timeout'
      : error instanceof RefusedAddress
        ? 'refused_address'
        : progress.step;
    const errorCode = problem === 'timeout' ? waitedFor(progress) : codeOf(error);
    const nothing = { status: null, retryAfter: null, headers: {}, body: null };
    return answer({ ...nothing, problem, errorCode });
  }
}

/** What a try was waiting for when its time was over. */
const waitedFor = ({ step, isConnected }: Progress): string => {
  if (step === 'dns') return 'TIMEOUT_DNS';
  if (step === 'tls') return 'TIMEOUT_TLS';
  return isConnected ? 'TIMEOUT_ANSWER' : 'TIMEOUT_CONNECT';
};

/** What Node calls it: ENOTFOUND, ECONNRESET, CERT_HAS_EXPIRED, ERR_TLS_CERT_ALTNAME_INVALID, … */
function codeOf(error: unknown): string | null {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === 'string' && /^[A-Z0-9_]{1,64}$/.test(code) ? code : null;
}

async function resolveHost(
  url: URL,
  deadline: AbortSignal,
  privateTargets: readonly PrivateTarget[],
): Promise<LookupAddress[]> {
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const found = await Promise.race([dns.lookup(hostname, { all: true }), expiry(deadline)]);
  if (
    !isPrivateTarget(url, privateTargets) &&
    !found.every(({ address }) => isPublicAddress(address))
  ) {
    throw new RefusedAddress();
  }
  return found;
}

const expiry = (deadline: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    deadline.addEventListener('abort', () => reject(deadline.reason), { once: true });
  });

function post(
  url: URL,
  { headers, body }: DeliveryRequest,
  call: { addresses: LookupAddress[]; deadline: AbortSignal; progress: Progress },
): Promise<IncomingMessage> {
  const lookup = pinnedTo(call.addresses);
  const send = url.protocol === 'https:' ? https.request : http.request;
  return new Promise((resolve, reject) => {
    const bytes = Buffer.from(body);
    const request = send(url, {
      method: 'POST',
      agent: false,
      lookup,
      signal: call.deadline,
      headers: { ...headers, 'content-length': bytes.byteLength },
    });
    request.on('error', reject);
    request.on('response', resolve);
    // Whoever answers 101 would talk on in another protocol: its status is all that counts.
    request.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve(response);
    });
    // However else it ends without an answer, it has ended.
    request.on('close', () => reject(new Error('closed without an answer')));
    request.on('socket', (socket: Socket) => {
      socket.once('connect', () => {
        call.progress.isConnected = true;
        if (url.protocol === 'https:') call.progress.step = 'tls';
      });
      if (url.protocol !== 'https:') return;
      // What breaks after the handshake is a broken connection again.
      socket.once('secureConnect', () => {
        call.progress.step = 'connect';
      });
    });
    request.end(bytes);
  });
}

/** A resolver that knows one host: the addresses that were judged. */
function pinnedTo(addresses: LookupAddress[]): LookupFunction {
  return (_hostname, options, answer) => {
    const [first] = addresses;
    if (options.all) answer(null, addresses);
    else answer(null, first?.address ?? '', first?.family);
  };
}

/**
 * Lets a short answer end in peace, and keeps its beginning; how it ends says nothing that its status did
 * not.
 */
async function readBeginning(
  response: IncomingMessage,
  deadline: AbortSignal,
): Promise<Uint8Array> {
  const read: Buffer[] = [];
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    read.push(chunk);
    bytes += chunk.byteLength;
    if (bytes > MOST_ANSWER_BYTES) response.destroy();
  });
  await new Promise<void>((resolve) => {
    response.once('close', resolve);
    response.once('error', () => resolve());
    deadline.addEventListener('abort', () => resolve(), { once: true });
  });
  return Buffer.concat(read);
}
