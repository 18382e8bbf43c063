import { openMemberSession } from '@/lib/auth/open-member-session';
import { openStaffSession } from '@/lib/auth/open-staff-session';

/** Who signs in, as each room takes it down. */
export const OPEN_SESSION = { office: openStaffSession, merchant: openMemberSession } as const;
