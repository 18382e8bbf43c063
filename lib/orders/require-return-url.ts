import { Refusal } from '@/lib/core/errors';
import { allowedReturnUrl } from './rules';

/** The address as it will be kept, null when none was given. Refusal: return_url_not_allowed. */
export function requireReturnUrl(
  text: string | undefined,
  origins: readonly string[],
): string | null {
  if (text === undefined) return null;
  const url = allowedReturnUrl(text, origins);
  if (url) return url;
  throw new Refusal('return_url_not_allowed', {}, [
    { path: 'return_url', problem: 'is not on the allow-list' },
  ]);
}
