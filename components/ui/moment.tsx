const BEIJING = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** "2026-11-21 14:30:05", Beijing's time in every language, as the books have it. */
export function Moment({ at }: { at: Date }) {
  const [date, time] = BEIJING.format(at).split(' ');
  return (
    <time dateTime={at.toISOString()} className="tabular-nums sm:whitespace-nowrap">
      <span className="whitespace-nowrap">{date}</span>{' '}
      <span className="whitespace-nowrap">{time}</span>
    </time>
  );
}
