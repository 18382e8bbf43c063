'use client';

import { useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';

/**
 * Copies this page's address for another browser, and says so. Where pages may not copy, the address
 * is shown and selected, to be copied by hand; without JavaScript it stands there from the beginning.
 */
export function CopyLink({
  address,
  words,
}: {
  address: string;
  words: { copy: string; copied: string; byHand: string };
}) {
  const [state, setState] = useState<'idle' | 'copied' | 'by-hand'>('idle');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  async function copy() {
    try {
      await navigator.clipboard.writeText(address);
      setState('copied');
    } catch {
      setState('by-hand');
      requestAnimationFrame(() => field.current?.select());
    }
  }

  const byHand = (
    <>
      <label htmlFor={id} className="text-sm text-soft">
        {words.byHand}
      </label>
      <input
        ref={field}
        id={id}
        readOnly
        value={address}
        className="min-h-11 w-full rounded-control border border-edge bg-card px-3 text-sm"
      />
    </>
  );
  return (
    <div className="grid gap-2">
      <Button variant="secondary" onClick={copy} className="with-script">
        {state === 'copied' ? words.copied : words.copy}
      </Button>
      <p role="status" className="sr-only">
        {state === 'copied' ? words.copied : ''}
      </p>
      {state === 'by-hand' ? byHand : <noscript>{byHand}</noscript>}
    </div>
  );
}
