import { Refusal } from '@/lib/core/errors';
import { hasPersonalNumber } from '@/lib/core/personal-numbers';

export const LONGEST_REASON = 500;

/**
 * Why somebody did it, in their own words. Refusals: invalid_request (nothing said, or far too much),
 * text_has_number
 */
export function requireReason(text: string, path: string): string {
  const reason = text.trim();
  if (reason.length < 1 || reason.length > LONGEST_REASON) {
    throw new Refusal('invalid_request', {}, [
      { path, problem: `1 to ${LONGEST_REASON} characters` },
    ]);
  }
  // It is kept for good in the audit log, where nothing can be taken out again.
  if (hasPersonalNumber(reason)) throw new Refusal('text_has_number');
  return reason;
}
