'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { followOrder } from './follow-order';

/** Keeps the page true while something is still to come; whatever changed is fetched and said aloud. */
export function LiveStatus({
  page,
  version,
  settled,
  headline,
}: {
  /** The order's address. */
  page: string;
  version: string;
  settled: boolean;
  headline: string;
}) {
  const router = useRouter();
  const compare = useEffectEvent((said: string) => {
    if (said !== version) router.refresh();
  });
  useEffect(() => (settled ? undefined : followOrder(page, compare)), [page, settled]);

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
