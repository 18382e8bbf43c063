/** What a colour means: nothing is coloured for decoration. */
export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'bad';

export const TONE_CLASS: Record<Tone, string> = {
  neutral: 'bg-ground text-soft',
  accent: 'bg-tint text-accent-text',
  ok: 'bg-ok-ground text-ok',
  warn: 'bg-warn-ground text-warn',
  bad: 'bg-bad-ground text-bad',
};
