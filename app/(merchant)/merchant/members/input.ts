import { z } from 'zod';
import { MEMBER_ID } from '@/app/(auth)/members/input';
import { staffCodeSchema } from '@/app/(auth)/sign-in/staff/code-schema';
import { emailSchema } from '@/lib/auth/schema';
import { MERCHANT_ROLES } from '@/lib/core/merchant-permissions';

const role = z.enum(MERCHANT_ROLES, 'members.problem.role');

export const inviteInput = z.object({ email: emailSchema, role, code: staffCodeSchema });
export const withdrawInput = z.object({
  invitationId: z.string().regex(/^inv_[0-9a-z]{26}$/),
});
export const setRoleInput = z.object({ userId: MEMBER_ID, role, code: staffCodeSchema });
