import { setTimeout as pause } from 'node:timers/promises';
import { planted } from './canaries';

/** The sign-in code in the newest text to that phone, read off the simulator's handset. */
export const codeOnHandset = (sandboxOrigin: string, phone: string): Promise<string> =>
  codeInNewest(sandboxOrigin, { phone, pattern: /^【收银台】.*#(\d{6})$/s });

/** The code in the newest text to that phone, if that one is from a card's channel or a carrier. */
export const cardCodeOnHandset = (sandboxOrigin: string, phone: string): Promise<string> =>
  codeInNewest(sandboxOrigin, { phone, pattern: /验证码 ?(\d{6})，/ });

/** The link to name where a refund goes, in the newest text to that phone: an address, so no canary. */
export const claimLinkOnHandset = (sandboxOrigin: string, phone: string): Promise<string> =>
  newestOnHandset(sandboxOrigin, { phone, pattern: /(https?:\/\/\S+\/claim\/[\w-]{43})/ });

async function codeInNewest(...asked: Parameters<typeof newestOnHandset>): Promise<string> {
  return planted('code', await newestOnHandset(...asked));
}

async function newestOnHandset(
  sandboxOrigin: string,
  { phone, pattern }: { phone: string; pattern: RegExp },
): Promise<string> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`${sandboxOrigin}/control/api/sms?phone=${phone}`);
    const { messages } = (await answer.json()) as { messages: { text: string }[] };
    const found = pattern.exec(messages[0]?.text ?? '')?.[1];
    if (found) return found;
    await pause(100);
  }
  throw new Error('no code arrived on that phone');
}
