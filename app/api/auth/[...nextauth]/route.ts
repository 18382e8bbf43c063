import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { renameKept } from '@/lib/auth/kept-cookie';
import { authOptions } from '@/lib/auth/options';

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

// Built at the first request, not when the module is loaded: the build has no environment.
const answer = async (request: NextRequest, context: Context): Promise<Response> => {
  // next-auth knows the session by its present name only, and would leave another one where it was.
  await renameKept('session');
  return NextAuth(request, context, authOptions());
};

export const GET = answer;

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  // next-auth lets anybody write into the log through this one.
  if ((await context.params).nextauth[0] === '_log') return new Response(null, { status: 404 });
  return answer(request, context);
}
