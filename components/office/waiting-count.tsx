/** How many wait in a queue: red when one of them is late. Read aloud in words. */
export function WaitingCount({
  waiting,
  late,
  words,
}: {
  waiting: number;
  late: number;
  words: { said: string; many: string };
}) {
  return (
    <span
      className={`text-xs font-semibold tabular-nums ${late > 0 ? 'text-bad' : waiting > 0 ? 'text-ink' : 'text-faint'}`}
    >
      <span aria-hidden="true">{waiting > 999 ? words.many : waiting}</span>
      <span className="sr-only">{words.said}</span>
    </span>
  );
}
