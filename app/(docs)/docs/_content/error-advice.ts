import type { RefusalCode } from '@/lib/core/refusals';

/** What to do about an error: by its code where there is more to say than by its status. */
export interface ErrorAdvice {
  statuses: Readonly<Record<number, string>>;
  codes: Readonly<Partial<Record<RefusalCode, string>>>;
}
