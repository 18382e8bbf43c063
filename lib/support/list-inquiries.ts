import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { Inquiry } from './inquiry';
import { selectInquiries } from './inquiry-store';

/** An order's inquiries, newest first. @throws Refusal not_permitted */
export async function listInquiries({
  orderId,
  by,
}: {
  orderId: string;
  by: StaffActor;
}): Promise<Inquiry[]> {
  requireMay(by, 'order.read');
  return selectInquiries(orderId);
}
