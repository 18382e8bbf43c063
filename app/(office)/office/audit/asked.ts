import type { AuditAction } from '@/lib/audit/audit';

/** What the address asks the log for. */
export interface Asked {
  actor?: string | undefined;
  what?: AuditAction | undefined;
  subject?: string | undefined;
  before?: string | undefined;
}

/** The log with these filters, and from that row on. */
export function auditAddress({ actor, what, subject, before }: Asked): string {
  const given = Object.entries({ actor, what, subject, before });
  const query = new URLSearchParams(
    given.filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return query.size > 0 ? `/office/audit?${query}` : '/office/audit';
}
