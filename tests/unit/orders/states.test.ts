import { expect, test } from 'vitest';
import { next } from '@/lib/core/transitions';
import { ORDER, type OrderEvent, type OrderState } from '@/lib/orders/states';

const STATES: OrderState[] = ['open', 'paid', 'expired', 'closed'];
const EVENTS: OrderEvent[] = ['pay', 'expire', 'close', 'acceptLate'];
const MOVES: Partial<Record<`${OrderState} ${OrderEvent}`, OrderState>> = {
  'open pay': 'paid',
  'open expire': 'expired',
  'open close': 'closed',
  'expired acceptLate': 'paid',
  'closed acceptLate': 'paid',
};

test.each(STATES.flatMap((from) => EVENTS.map((event) => [from, event] as const)))(
  'an order that is %s: %s',
  (from, event) => {
    const to = MOVES[`${from} ${event}`];
    if (to) expect(next(ORDER, from, event)).toBe(to);
    else expect(() => next(ORDER, from, event)).toThrowError('state_conflict');
  },
);
