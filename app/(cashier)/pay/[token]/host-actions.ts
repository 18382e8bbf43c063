'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { action, anyone } from '@/app/_server/action';
import { hostCookieOptions } from '@/app/_server/host-cookie';
import { readHost } from '@/app/_server/read-host';
import { HOST_COOKIE } from '@/app/_server/request-host';
import { reportHostResult } from '@/lib/payments/report-host-result';
import { hostInput, hostReportInput } from './host-input';
import { nextPage } from './next-page';

/** Keeps what the app around the page can do; the page is then drawn again with its ways to pay. */
export const keepHostAction = action({
  name: 'keep-host',
  input: hostInput,
  may: anyone,
  run: async ({ app }): Promise<string> => {
    const kept = await cookies();
    if (app === 'none') kept.set(HOST_COOKIE, '', { ...hostCookieOptions(), maxAge: 0 });
    else kept.set(HOST_COOKIE, app, hostCookieOptions());
    return app;
  },
});

/** A host's answer: passed on as it is, and UnionPay asked before anything is believed. */
export const hostResultAction = action({
  name: 'host-result',
  input: hostReportInput,
  may: anyone,
  run: async (report, user): Promise<string> => {
    const actor = { userId: user?.id ?? null };
    const started = await reportHostResult({ ...report, host: await readHost(), actor });
    redirect(nextPage(report.token, started));
  },
});
