import { z } from 'zod';
import { STATEMENT_SUBJECTS } from '@/lib/settlement/monthly-statement';
import { dayQuery } from '../query';

/** Which account's days are asked for. */
export const STATEMENT_QUERY = {
  account: z.enum(STATEMENT_SUBJECTS),
  from: dayQuery,
  to: dayQuery,
  after: z.string().regex(/^\d{1,18}$/),
};
