import { gather } from '@/lib/core/gather';
import { maskPersonalNumbers } from '@/lib/core/personal-numbers';
import { maskInput } from './mask-rules';
import type { Operation } from './operation';
import { insertRequests } from './store';

const LONGEST_PATH = 200;
const LONGEST_KEY = 255;

// One statement for all that come meanwhile: the log is to cost the calls themselves next to nothing.
const keep = gather(
  async (requests: Parameters<typeof insertRequests>[0][number][]) => {
    await insertRequests(requests);
    return requests.map(() => undefined);
  },
  { mostPerCall: 200, mostWaiting: 5_000 },
);

/**
 * Writes down a call for its merchant to read, masked: after the answer, so that neither its slowness nor its
 * failure can touch the call. Rejects where it could not.
 */
export async function recordRequest({
  operation,
  path,
  code,
  idempotencyKey,
  input,
  ...told
}: {
  id: string;
  merchantId: string;
  keyId: string;
  version: string;
  operation: Operation;
  path: string;
  status: number;
  code?: string | undefined;
  idempotencyKey?: string | undefined;
  hit: boolean;
  durationMs: number;
  /** The body or the query as it came, parsed but not yet understood. */
  input?: unknown;
}): Promise<void> {
  const { id, merchantId, keyId, version, status, hit, durationMs } = told;
  await keep({
    ...{ id, merchantId, keyId, version, status, hit, durationMs },
    code: code ?? null,
    operation: operation.id,
    method: operation.method,
    path: maskPersonalNumbers(path).slice(0, LONGEST_PATH),
    idempotencyKey: idempotencyKey
      ? maskPersonalNumbers(idempotencyKey).slice(0, LONGEST_KEY)
      : null,
    excerpt: maskInput(operation.body ?? operation.query, input),
  });
}
