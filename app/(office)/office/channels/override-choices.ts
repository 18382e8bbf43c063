import { getTranslations } from 'next-intl/server';
import type { Called, CalledChannel, ChannelHealth } from '@/lib/channel-health/health';
import { CALLED_OPERATIONS, OVERRIDE_MINUTES } from '@/lib/channel-health/override-rules';
import { keptOperation } from '@/lib/channel-health/rules';
import { isChannelConfigured } from '@/lib/channels/registry';

/** "银联 · 支付", "中国移动 · 支付": what a breaker stands before, in words. */
export async function whichWords(): Promise<(called: Called) => string> {
  const t = await getTranslations('office');
  const carriers = await getTranslations('carriers');
  return ({ channel, operation, carrier }) => {
    const name = carrier ? carriers(`carrier.${carrier}`) : t(`channel.${channel}`);
    return `${name} · ${t(`channels.operations.${operation}`)}`;
  };
}

/** All breakers that there may be: each channel's operations, and the carriers' that were called lately. */
export async function overrideChoices(health: readonly ChannelHealth[]) {
  const t = await getTranslations('officeBreakers');
  const words = await whichWords();
  const channels = Object.keys(CALLED_OPERATIONS) as CalledChannel[];
  const known: Called[] = channels
    .filter((channel) => channel === 'bank' || isChannelConfigured(channel))
    .flatMap((channel) => CALLED_OPERATIONS[channel].map((operation) => ({ channel, operation })));
  const ofCarriers = health.filter(({ carrier }) => carrier !== undefined);
  const forMinutes = (minutes: number) =>
    minutes < 60 ? t('minutesOf', { minutes }) : t('hoursOf', { hours: minutes / 60 });
  return {
    which: [...known, ...ofCarriers].map((called) => ({
      value: `${called.channel} ${keptOperation(called)}`,
      label: words(called),
    })),
    forces: (['open', 'closed'] as const).map((value) => ({ value, label: t(`force.${value}`) })),
    minutes: OVERRIDE_MINUTES.map((minutes) => ({
      value: String(minutes),
      label: forMinutes(minutes),
    })),
  };
}
