import { Refusal } from '@/lib/core/errors';
import type { Subject } from '@/lib/notes/note';

const KINDS = { ord: 'order', rcs: 'refund_case' } as const;

/** What a form says a file or note is about: the id alone tells which it is. Refusal: not_found. */
export function readSubject(id: string): Subject {
  const prefix = /^(ord|rcs)_[0-9a-z]{26}$/.exec(id)?.[1] as keyof typeof KINDS | undefined;
  if (!prefix) throw new Refusal('not_found');
  return { subjectType: KINDS[prefix], subjectId: id };
}

/** The page where it is shown. */
export const pageOfSubject = ({ subjectType, subjectId }: Subject): `/${string}` =>
  subjectType === 'order' ? `/office/orders/${subjectId}` : `/office/refund-cases/${subjectId}`;
