import { promises as dns, type LookupAddress } from 'node:dns';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { LookupFunction, Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import {
  type DeliveryAnswer,
  type DeliveryProblem,
  isPublicAddress,
  problemOfStatus,
} from './rules';

const TIMEOUT_MS = 15_000;
const MOST_ANSWER_BYTES = 4 * 1024;

export interface DeliveryRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** Lets private and loopback addresses be reached (demo and test). */
  allowPrivate: boolean;
  /** For all of it, from the name's resolution to the end of the answer. */
  timeoutMs?: number;
}

/** The step that was under way when a try broke off. */
type Step = Exclude<DeliveryProblem, 'timeout' | 'redirect' | 'status'>;

class RefusedAddress extends Error {
  override name = 'RefusedAddress';
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
  const progress: { step: Step } = { step: 'dns' };
  const answer = (rest: Omit<DeliveryAnswer, 'durationMs'>): DeliveryAnswer => ({
    ...rest,
    durationMs: Math.round(performance.now() - startedAt),
  });
  try {
    const url = new URL(request.url);
    const addresses = await resolveHost(url, deadline, request.allowPrivate);
    progress.step = 'connect';
    const response = await post(url, request, { addresses, deadline, progress });
    await drain(response);
    const status = response.statusCode ?? 0;
    const retryAfter = response.headers['retry-after'] ?? null;
    return answer({ status, problem: problemOfStatus(status), retryAfter });
  } catch (error) {
    const problem = deadline.aborted
      ? 'timeout'
      : error instanceof RefusedAddress
        ? 'refused_address'
        : progress.step;
    return answer({ status: null, problem, retryAfter: null });
  }
}

async function resolveHost(
  url: URL,
  deadline: AbortSignal,
  allowPrivate: boolean,
): Promise<LookupAddress[]> {
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const found = await Promise.race([dns.lookup(hostname, { all: true }), expiry(deadline)]);
  if (!allowPrivate && !found.every(({ address }) => isPublicAddress(address))) {
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
  call: { addresses: LookupAddress[]; deadline: AbortSignal; progress: { step: Step } },
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
    request.on('socket', (socket: Socket) => {
      if (url.protocol !== 'https:') return;
      socket.once('connect', () => {
        call.progress.step = 'tls';
      });
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

/** Lets a short answer end in peace; how it ends says nothing that its status did not. */
async function drain(response: IncomingMessage): Promise<void> {
  let read = 0;
  response.on('data', (chunk: Buffer) => {
    read += chunk.byteLength;
    if (read > MOST_ANSWER_BYTES) response.destroy();
  });
  await new Promise<void>((resolve) => {
    response.once('close', resolve);
    response.once('error', () => resolve());
  });
}
