import { useFormatter } from 'next-intl';
import { DAY, momentOn } from './day-format';

/** A calendar day in Beijing ("2026-04-01"), as people write it. */
export function DayText({ day }: { day: string }) {
  const format = useFormatter();
  return <time dateTime={day}>{format.dateTime(momentOn(day), DAY)}</time>;
}
