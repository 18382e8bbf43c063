/** "11月20日 14:30": in China's time, as everything about a payment is. */
export const MOMENT = {
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;

export const TIME_OF_DAY = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

const DAYS = new Intl.DateTimeFormat('en', { dateStyle: 'short', timeZone: 'Asia/Shanghai' });

/** Today the hour says it all; another day has its date. */
export const momentFrom = (now: Date, moment: Date): typeof MOMENT | typeof TIME_OF_DAY =>
  DAYS.format(moment) === DAYS.format(now) ? TIME_OF_DAY : MOMENT;

/** "3月31日" */
export const DAY = { month: 'long', day: 'numeric' } as const;
