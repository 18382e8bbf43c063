import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { LiveSubject } from './live-rules';
import { selectCaseMark, selectChannelsMark, selectOrderMark } from './live-store';
import { selectQueueMark } from './queue-store';

/**
 * The version of what a page of the office shows: another text whenever the page would look otherwise.
 * undefined for what is not there. Refusal: not_permitted.
 */
export async function findLiveMark({
  subject,
  by,
}: {
  subject: LiveSubject;
  by: StaffActor;
}): Promise<string | undefined> {
  switch (subject.type) {
    case 'queue':
      requireMay(by, 'queue.read');
      return selectQueueMark(subject.id);
    case 'order':
      requireMay(by, 'order.read');
      return selectOrderMark(subject.id);
    case 'refund_case':
      requireMay(by, 'case.read');
      return selectCaseMark(subject.id);
    case 'channels':
      requireMay(by, 'channel.read');
      return selectChannelsMark();
  }
}
