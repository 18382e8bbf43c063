'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { sentBefore } from './sent-before';

/**
 * The channel's own form, signed on the server. With `autoPostKey` it posts itself, once: who comes
 * back with the Back button finds the button and is not thrown forward again.
 */
export function ChannelForm({
  url,
  fields,
  label,
  autoPostKey,
}: {
  url: string;
  fields: Record<string, string>;
  label: string;
  autoPostKey?: string;
}) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (autoPostKey === undefined) return;
    if (sentBefore(autoPostKey) === 'first') form.current?.submit();
  }, [autoPostKey]);
  return (
    <form ref={form} method="post" action={url} acceptCharset="UTF-8">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" block size="lg">
        {label}
      </Button>
    </form>
  );
}
