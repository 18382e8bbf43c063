import { z } from 'zod';
import { CONTRACT_CHANNELS } from '@/lib/contracts/contract';
import { causeField } from './terms-input';

/** "2026-11-27T23:00" of Beijing, as a browser's field for date and time sends it. */
const beijingTime = z
  .string('common.problem.required')
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'office.channels.maintenance.timeProblem')
  .transform((text) => new Date(`${text}:00+08:00`))
  .refine((at) => !Number.isNaN(at.getTime()), 'office.channels.maintenance.timeProblem');

/** What the form of a planned maintenance sends. */
export const maintenanceInput = z
  .object({
    channel: z.enum(CONTRACT_CHANNELS),
    startsAt: beijingTime,
    endsAt: beijingTime,
    reason: causeField,
  })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, {
    path: ['endsAt'],
    message: 'office.channels.maintenance.orderProblem',
  });

export const revokeMaintenanceInput = z.object({ id: z.string().regex(/^mnt_[0-9a-z]{26}$/) });
