import { setTimeout as pause } from 'node:timers/promises';
import { planted } from './canaries';

/** The sign-in code in the newest text to that phone, read off the simulator's handset. */
export const codeOnHandset = (sandboxOrigin: string, phone: string): Promise<string> =>
  newestOnHandset(sandboxOrigin, { phone, pattern: /#(\d{6})$/ });

/** The code in the newest text to that phone, if that one is from a card's channel. */
export const cardCodeOnHandset = (sandboxOrigin: string, phone: string): Promise<string> =>
  newestOnHandset(sandboxOrigin, { phone, pattern: /验证码 ?(\d{6})，/ });

async function newestOnHandset(
  sandboxOrigin: string,
  { phone, pattern }: { phone: string; pattern: RegExp },
): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    const answer = await fetch(`${sandboxOrigin}/control/api/sms?phone=${phone}`);
    const { messages } = (await answer.json()) as { messages: { text: string }[] };
    const code = pattern.exec(messages[0]?.text ?? '')?.[1];
    if (code) return planted('code', code);
    await pause(100);
  }
  throw new Error('no code arrived on that phone');
}
