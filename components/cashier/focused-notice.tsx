'use client';

import { type ComponentProps, useEffect, useRef } from 'react';
import { Notice } from '@/components/ui/notice';

/** What came of the last press, on the page it led to: seen first, and said aloud. */
export function FocusedNotice(props: ComponentProps<typeof Notice>) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), []);
  return <Notice {...props} ref={notice} role="status" tabIndex={-1} />;
}
