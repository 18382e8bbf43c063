'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useSafeRefresh } from '@/components/ui/use-safe-refresh';
import { askLive } from './ask-live';

/**
 * Keeps an open page true and says who else has it open. A page that nobody sees rests. Whatever is being
 * typed or marked stays as it is: the page is drawn again in place.
 */
export function LiveWatch({
  subject,
  mark,
  everySeconds,
  words,
}: {
  subject: string;
  mark: string;
  everySeconds: number;
  /** With "{names}" and "{n}" to be filled in. */
  words: Record<'one' | 'many' | 'updated', string>;
}) {
  const refresh = useSafeRefresh();
  const [others, setOthers] = useState<readonly string[]>([]);
  const [updated, setUpdated] = useState(false);
  const drawnFor = useRef(mark);
  const ask = useEffectEvent(async () => {
    if (document.visibilityState !== 'visible') return;
    const answer = await askLive(subject);
    if (!answer) return;
    setOthers((known) => (known.join('|') === answer.others.join('|') ? known : answer.others));
    if (answer.mark === mark || answer.mark === drawnFor.current) return;
    // Once for each version: what the page cannot show is no reason to draw it for ever.
    drawnFor.current = answer.mark;
    setUpdated(true);
    refresh();
  });
  useEffect(() => {
    void ask();
    const timer = setInterval(() => void ask(), everySeconds * 1_000);
    const wake = () => void ask();
    document.addEventListener('visibilitychange', wake);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', wake);
    };
  }, [everySeconds]);

  const [first = '', second] = others;
  const said = second === undefined ? words.one : words.many;
  return (
    <div role="status">
      {others.length > 0 ? (
        <p className="rounded-control bg-warn-ground px-4 py-2 text-sm text-warn">
          {said.replace('{names}', first).replace('{n}', String(others.length))}
        </p>
      ) : null}
      {updated ? <p className="sr-only">{words.updated}</p> : null}
    </div>
  );
}
