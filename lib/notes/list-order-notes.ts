import type { Audience, Note } from './note';
import { selectOrderNotes } from './store';

/** What was written about an order and its refund cases for these readers, oldest first. */
export const listOrderNotes = ({
  orderId,
  audiences,
}: {
  orderId: string;
  audiences: readonly Audience[];
}): Promise<Note[]> => selectOrderNotes(orderId, audiences);
