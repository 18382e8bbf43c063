'use server';

import { redirect } from 'next/navigation';
import { action, anyone } from '@/app/_server/action';
import { readHost } from '@/app/_server/read-host';
import { dropKept, keepInCookie } from '@/lib/auth/kept-cookie';
import { reportHostResult } from '@/lib/payments/report-host-result';
import { hostInput, hostReportInput } from './host-input';
import { nextPage } from './next-page';

/** Keeps what the app around the page can do; the page is then drawn again with its ways to pay. */
export const keepHostAction = action({
  name: 'keep-host',
  input: hostInput,
  may: anyone,
  run: async ({ app }): Promise<string> => {
    if (app === 'none') await dropKept('host');
    else await keepInCookie('host', app);
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
