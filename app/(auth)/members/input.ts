import { z } from 'zod';
import { staffCodeSchema } from '@/app/(auth)/sign-in/staff/code-schema';

export const MEMBER_ID = z.string().regex(/^usr_[\w-]{1,60}$/);

const MEMBER_CHANGES = ['sessions', 'disable', 'enable', 'authenticator'] as const;
export type MemberChange = (typeof MEMBER_CHANGES)[number];

/** What a member's page may be opened with, to say that it was done. */
export const MEMBER_DONE = z.enum(['role', ...MEMBER_CHANGES]);

export const changeMemberInput = z.object({
  userId: MEMBER_ID,
  what: z.enum(MEMBER_CHANGES),
  code: staffCodeSchema,
});
