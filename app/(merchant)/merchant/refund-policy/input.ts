import { z } from 'zod';

/** What the merchant decides itself; what is agreed with it is no part of the form. */
export const refundPolicyInput = z.object({
  shopperRefunds: z.enum(['off', 'ask', 'at_once']),
  refundWhenShort: z.enum(['refuse', 'queue']),
});
