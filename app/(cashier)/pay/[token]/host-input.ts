import { z } from 'zod';
import { HOST_WORDS } from '@/components/cashier/host-word';
import { orderInput } from './input';

/** What the bridge says it can do; `none` when there is no bridge any more. */
export const hostInput = z.object({ app: z.enum([...HOST_WORDS, 'none']) });

/** More than any signed answer of a host; what is longer is no answer. */
const RESULT_DATA_BYTES = 8_192;
const SURFACES = { control: 'control', cashier: 'cashier', 'sdk-wap': 'sdk_wap' } as const;

/**
 * A host's answer after its own payment screen, as the page passes it on. The host is somebody else's
 * program: what cannot be understood counts as nothing said, so that UnionPay is asked all the same.
 */
export const hostReportInput = orderInput
  .extend({
    tn: z.string().regex(/^[0-9A-Za-z]{1,64}$/),
    result: z.enum(['success', 'fail', 'cancel', 'not-installed', 'unknown']).catch('unknown'),
    surface: z
      .enum(['control', 'cashier', 'sdk-wap'])
      .transform((surface) => SURFACES[surface])
      .optional()
      .catch(undefined),
    resultData: z.string().optional(),
  })
  .transform(({ resultData, ...said }) => {
    if (resultData === undefined) return said;
    return Buffer.byteLength(resultData) <= RESULT_DATA_BYTES
      ? { ...said, resultData }
      : { ...said, result: 'unknown' as const };
  });
