import { decode, encode, type JWT } from 'next-auth/jwt';
import { z } from 'zod';
import { env } from '@/lib/core/env';
import { type Role, SESSION_SECONDS } from './rules';

const claimsSchema = z.object({
  sub: z.string(),
  role: z.enum(['shopper', 'merchant', 'office']),
  version: z.number().int(),
});

export interface SessionOf {
  userId: string;
  tokenVersion: number;
}

/** What a token says: who, and how often that user's sessions had been ended before. */
export const claimsOf = (user: { id: string; role: Role; tokenVersion: number }): JWT => ({
  sub: user.id,
  role: user.role,
  version: user.tokenVersion,
});

/** next-auth's own encrypted token, living as long as the role's sessions do. */
export function encodeSession(claims: JWT): Promise<string> {
  const { role } = claimsSchema.parse(claims);
  return encode({ token: claims, secret: env().SESSION_SECRET, maxAge: SESSION_SECONDS[role] });
}

/** Undefined for a token that is not ours, was changed or has run out. */
export async function decodeSession(token: string): Promise<SessionOf | undefined> {
  // jose throws for each of these; to us they are all "nobody is signed in".
  const claims = await decode({ token, secret: env().SESSION_SECRET }).catch(() => null);
  return claims ? sessionOf(claims) : undefined;
}

export function sessionOf(claims: JWT): SessionOf | undefined {
  const parsed = claimsSchema.safeParse(claims);
  if (!parsed.success) return undefined;
  return { userId: parsed.data.sub, tokenVersion: parsed.data.version };
}
