import type { AuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { z } from 'zod';
import { env } from '@/lib/core/env';
import { isRefusal } from '@/lib/core/errors';
import { log } from '@/lib/core/log';
import { clientAddress } from './client-address';
import { findUserOfSession } from './current-user';
import { isSecure } from './own-cookies';
import { SESSION_SECONDS, safeNextPath } from './rules';
import { codeSchema, emailSchema, passwordSchema, phoneSchema } from './schema';
import { sessionCookie } from './session-cookie';
import { claimsOf, encodeSession, sessionOf } from './session-token';
import { signInShopper } from './sign-in-shopper';
import { signInStaff } from './sign-in-staff';
import type { UserRow } from './store';
import type { CurrentUser } from './user';

declare module 'next-auth' {
  interface Session {
    user: CurrentUser & { name: string };
  }
}

const shopperSchema = z.object({ phone: phoneSchema, code: codeSchema });
const staffSchema = z.object({
  email: emailSchema,
  password: passwordSchema,
  code: codeSchema.optional(),
});

/**
 * next-auth over the same use cases and the same cookie as our forms. A function, so that building
 * the app needs no environment.
 */
export const authOptions = (): AuthOptions => ({
  secret: env().SESSION_SECRET,
  useSecureCookies: isSecure(),
  cookies: { sessionToken: sessionCookie() },
  session: { strategy: 'jwt', maxAge: SESSION_SECONDS.shopper },
  jwt: { encode: ({ token = {} }) => encodeSession(token) },
  pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
  providers: [
    CredentialsProvider({
      id: 'shopper',
      credentials: { phone: {}, code: {} },
      authorize: (given) =>
        orNobody(async () =>
          signInShopper({ ...shopperSchema.parse(given), address: await clientAddress() }),
        ),
    }),
    CredentialsProvider({
      id: 'staff',
      // With an authenticator's code.
      credentials: { email: {}, password: {}, code: {} },
      authorize: (given) =>
        orNobody(async () =>
          signInStaff({ ...staffSchema.parse(given), address: await clientAddress() }),
        ),
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? claimsOf(user as UserRow) : token),
    session: async ({ session, token }) => {
      const claims = sessionOf(token);
      const user = claims && (await findUserOfSession(claims));
      // next-auth answers a throw here with an empty session and a cleared cookie.
      if (!user) throw new SessionEnded();
      return { user: { ...user, name: user.displayName }, expires: session.expires };
    },
    redirect: ({ url, baseUrl }) => {
      const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url;
      return `${baseUrl}${safeNextPath(path) ?? '/'}`;
    },
  },
  logger: {
    error: (event, detail) =>
      reportAuthError(event, detail instanceof Error ? detail : detail.error),
    warn: (event) => log().debug({ event }, 'next-auth'),
    debug: () => undefined,
  },
});

class SessionEnded extends Error {
  override name = 'SessionEnded';
}

/** next-auth puts an error's message into an address: nothing but "nobody" may leave here. */
async function orNobody(signIn: () => Promise<UserRow>): Promise<UserRow | null> {
  try {
    return await signIn();
  } catch (error) {
    const expected = isRefusal(error) || error instanceof z.ZodError;
    if (!expected) log().error({ error }, 'sign-in failed');
    return null;
  }
}

/** A session that ran out or was ended is no news; the rest is. */
function reportAuthError(event: string, error: Error): void {
  const expected = /^(SessionEnded|JW)/.test(error.name) || error.message === 'JWT invalid';
  if (expected) log().debug({ event, reason: error.name }, 'next-auth');
  else log().error({ event, error }, 'next-auth');
}
