import { setTimeout as pause } from 'node:timers/promises';

/** The sign-in code in the newest text to that phone, read off the simulator's handset. */
export async function codeOnHandset(sandboxOrigin: string, phone: string): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    const answer = await fetch(`${sandboxOrigin}/control/api/sms?phone=${phone}`);
    const { messages } = (await answer.json()) as { messages: { text: string }[] };
    const code = /#(\d{6})$/.exec(messages[0]?.text ?? '')?.[1];
    if (code) return code;
    await pause(100);
  }
  throw new Error('no code arrived on that phone');
}
