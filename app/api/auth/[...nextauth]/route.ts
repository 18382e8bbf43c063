import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth/options';

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

// Built at the first request, not when the module is loaded: the build has no environment.
const answer = (request: NextRequest, context: Context): Promise<Response> =>
  NextAuth(request, context, authOptions());

export const GET = answer;

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  // next-auth lets anybody write into the log through this one.
  if ((await context.params).nextauth[0] === '_log') return new Response(null, { status: 404 });
  return answer(request, context);
}
