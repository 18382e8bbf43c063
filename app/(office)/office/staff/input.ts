import { z } from 'zod';
import { MEMBER_ID } from '@/app/(auth)/members/input';
import { staffCodeSchema } from '@/app/(auth)/sign-in/staff/code-schema';
import { emailSchema } from '@/lib/auth/schema';
import { STAFF_ROLES } from '@/lib/core/staff-permissions';

const role = z.enum(STAFF_ROLES);

export const addStaffInput = z.object({
  displayName: z.string().trim().min(1, 'common.problem.required').max(60),
  email: emailSchema,
  role,
  code: staffCodeSchema,
});

export const setRoleInput = z.object({ userId: MEMBER_ID, role, code: staffCodeSchema });

export const renewPasswordInput = z.object({ userId: MEMBER_ID, code: staffCodeSchema });
