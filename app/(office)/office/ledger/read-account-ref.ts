import { notFound } from 'next/navigation';
import { type AccountRef, accountIdOf, isSubject } from '@/lib/ledger/chart';

/** The account that an address names, "subject:owner:CNY"; anything else is no page. */
export function readAccountRef(segment: string): AccountRef {
  const [subject = '', owner = '', ...rest] = decode(segment).split(':');
  const known = isSubject(subject) && /^[\w.-]{1,64}$/.test(owner);
  if (!known || accountIdOf({ subject, owner }) !== [subject, owner, ...rest].join(':')) notFound();
  return { subject, owner };
}

/** Next hands some characters of an address on as they were sent. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
