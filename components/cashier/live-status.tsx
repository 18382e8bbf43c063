'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { askStatus } from './ask-status';
import { pollDelayMs } from './back-off';

/**
 * Keeps the page true: while something is still to come it asks the server, slower and slower but
 * without end; in a hidden tab it rests; when the tab is seen again, comes back from the history or
 * from being offline, it asks at once. Whatever changed is fetched and said aloud.
 */
export function LiveStatus({
  url,
  version,
  settled,
  brisk,
  headline,
}: {
  url: string;
  version: string;
  settled: boolean;
  /** Asks without slowing down: the payment happens on another screen. */
  brisk: boolean;
  headline: string;
}) {
  const router = useRouter();

  useEffect(() => {
    let round = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;

    const later = () => {
      clearTimeout(timer);
      if (over || settled || document.visibilityState === 'hidden') return;
      timer = setTimeout(check, pollDelayMs(round, brisk));
      round += 1;
    };
    const check = async () => {
      const status = await askStatus(url);
      if (over) return;
      if (status && status.version !== version) router.refresh();
      later();
    };
    const wake = () => {
      if (document.visibilityState === 'hidden') return clearTimeout(timer);
      round = 0;
      clearTimeout(timer);
      void check();
    };
    const shown = (event: PageTransitionEvent) => {
      if (event.persisted) wake();
    };

    later();
    document.addEventListener('visibilitychange', wake);
    window.addEventListener('pageshow', shown);
    window.addEventListener('online', wake);
    return () => {
      over = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', wake);
      window.removeEventListener('pageshow', shown);
      window.removeEventListener('online', wake);
    };
  }, [url, version, settled, brisk, router]);

  return <Announcement text={headline} />;
}

/** Says a text when it changes, not when the page opens with it. */
function Announcement({ text }: { text: string }) {
  const first = useRef(text);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (text !== first.current) setSaid(text);
  }, [text]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
