import { Prisma } from '@/prisma/generated/client';

/** Who paid the attempt `a`: `u`, the holder of the bound card `g`, else the signed-in shopper. */
export const PAYER = Prisma.sql`
  LEFT JOIN agreements g ON g.id = a.agreement_id
  LEFT JOIN customers cu ON cu.id = a.customer_id
  LEFT JOIN users u ON u.id = CASE WHEN g.id IS NULL THEN cu.user_id ELSE g.user_id END`;
