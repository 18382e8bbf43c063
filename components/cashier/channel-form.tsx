'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import type { ButtonVariant } from '@/components/ui/button-class';
import { sentBefore } from './sent-before';

/**
 * The channel's own form, signed on the server. With `autoPostKey` it posts itself, once: who comes
 * back with the Back button finds the button and is not thrown forward again.
 */
export function ChannelForm({
  url,
  fields,
  label,
  variant,
  autoPostKey,
}: {
  url: string;
  fields: Record<string, string>;
  label: string;
  variant?: ButtonVariant;
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
      <Button type="submit" variant={variant} block size="lg">
        {label}
      </Button>
    </form>
  );
}
