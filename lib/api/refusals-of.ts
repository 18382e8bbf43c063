import { REFUSALS, type RefusalCode } from '@/lib/core/refusals';
import type { Operation } from './operation';

const OF_ANY: readonly RefusalCode[] = [
  'api_key_missing',
  'api_key_invalid',
  'request_signature_missing',
  'request_signature_invalid',
  'request_signature_stale',
  'request_nonce_used',
  'api_version_unknown',
  'rate_limited',
];
const OF_A_CHANGE: readonly RefusalCode[] = [
  'idempotency_key_missing',
  'idempotency_key_invalid',
  'idempotency_key_reused',
  'idempotency_in_progress',
  'body_incomplete',
];
const OF_A_BODY: readonly RefusalCode[] = [
  'invalid_json',
  'duplicate_json_key',
  'unsupported_media_type',
  'body_too_large',
];

/** What is answered to whatever is no call at all: an address that is none, or another method than it takes. */
export const OF_NO_CALL: readonly RefusalCode[] = ['path_unknown', 'method_not_allowed'];

/** What any call is answered with while the database has no answer: no "no" of ours, and gone by itself. */
export const WHILE_AWAY: RefusalCode = 'temporarily_unavailable';

/** Every "no" that a call can be answered with: its own, and those of its kind. */
export function refusalsOf(operation: Operation): readonly RefusalCode[] {
  const { body, method, refusals } = operation;
  const changes = method === 'POST' || method === 'PATCH';
  return [
    ...new Set([
      ...OF_ANY,
      ...(changes ? OF_A_CHANGE : []),
      'invalid_request' as const,
      ...(body ? OF_A_BODY : []),
      ...refusals,
    ]),
  ];
}

/** The codes of a call by the HTTP status that they come with. */
export function refusalsByStatus(operation: Operation): Map<number, RefusalCode[]> {
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of refusalsOf(operation)) {
    const { status } = REFUSALS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return byStatus;
}
