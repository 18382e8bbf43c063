import { z } from 'zod';
import { OVERRIDE_MINUTES } from '@/lib/channel-health/override-rules';
import { operationOf } from '@/lib/channel-health/rules';
import { CONTRACT_CHANNELS } from '@/lib/contracts/contract';

const REASON = 'common.problem.required';

/** "unionpay pay", "carrier pay@cmcc", "bank payout": a channel and what is called there. */
const which = z
  .string()
  .regex(/^[a-z]+ [a-z@]+$/)
  .transform((text) => text.split(' '))
  .pipe(z.tuple([z.enum([...CONTRACT_CHANNELS, 'bank']), z.string()]))
  .transform(([channel, kept]) => ({ channel, ...operationOf(kept) }));

export const overrideInput = z.object({
  which,
  force: z.enum(['open', 'closed']),
  minutes: z.coerce.number().pipe(z.union(OVERRIDE_MINUTES.map((minutes) => z.literal(minutes)))),
  reason: z.string().trim().min(2, REASON).max(200),
});

export const confirmOverrideInput = z.object({
  id: z.string().regex(/^bro_[0-9a-z]{26}$/),
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, 'common.problem.invalid'),
});

export const endOverrideInput = confirmOverrideInput.pick({ id: true });
