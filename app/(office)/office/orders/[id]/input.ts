import { z } from 'zod';
import { PAYLOAD_KINDS } from '@/lib/support/payload';
import { DIRECTIONS } from '@/lib/support/timeline-rules';
import { NOTES_QUERY } from '../../notes/input';

/** What the page of an order reads of its address. */
export const ORDER_QUERY = {
  ...NOTES_QUERY,
  order: z.enum(DIRECTIONS),
  /** Which message to show, once it is said why: "notice.ntc_…". */
  reveal: z
    .string()
    .regex(new RegExp(`^(${PAYLOAD_KINDS.join('|')})\\.[a-z]{3}_[0-9a-z]{26}$`))
    .transform((text) => {
      const [kind = '', id = ''] = text.split('.');
      return { kind: kind as (typeof PAYLOAD_KINDS)[number], id };
    }),
  asked: z.literal('1'),
  decided: z.literal('1'),
  /** The refund that was just asked for. */
  refunded: z.string().regex(/^ref_[0-9a-z]{26}$/),
};

export type OrderQuery = {
  [Name in keyof typeof ORDER_QUERY]?: z.output<(typeof ORDER_QUERY)[Name]>;
};
