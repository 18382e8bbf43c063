import type { ChannelAdapter, Instrument, QuickpassSurface } from '@/lib/channels/port';
import type { Attempt } from './attempt';

/** Which of the channel's products an attempt belongs to: whoever asks or gives back has to say so. */
export function paidWith({ method, surface }: Pick<Attempt, 'method' | 'surface'>): {
  instrument: Instrument['type'];
  surface?: QuickpassSurface;
} {
  if (method === 'card') return { instrument: 'agreement' };
  if (surface === null || surface === 'api_wap') {
    return { instrument: 'quickpass', surface: 'front' };
  }
  return { instrument: 'quickpass', surface: surface === 'qr' ? 'qr' : 'control' };
}

/** Seconds after the request at which the channel is asked about such a payment. */
export const scheduleOf = (
  { querySchedule }: Pick<ChannelAdapter, 'querySchedule'>,
  method: Attempt['method'],
): readonly number[] =>
  (method === 'card' ? querySchedule.agreement : undefined) ?? querySchedule.payment;
