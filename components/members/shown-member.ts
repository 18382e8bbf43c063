import type { Member } from '@/lib/auth/member';

/** Somebody who works in the office or for a merchant, as both rooms show them. */
export type ShownMember = Omit<Member, 'merchantRole'> & { role: string };

/** Whose room it is: the messages that name its roles and what is done to an account. */
export type Room = 'members' | 'staff';
