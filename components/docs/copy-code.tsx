'use client';

import { useState } from 'react';

/** Copies the text beside it, and says so. */
export function CopyCode({
  text,
  words,
}: {
  text: string;
  words: Record<'copy' | 'copied' | 'failed', string>;
}) {
  const [state, setState] = useState<'copy' | 'copied' | 'failed'>('copy');

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('failed');
    }
  }

  return (
    <>
      <button
        type="button"
        onClick={copy}
        className="with-script min-h-8 shrink-0 rounded-tile px-2.5 font-medium text-accent-text hover:bg-tint"
      >
        {words[state]}
      </button>
      <span role="status" className="sr-only">
        {state === 'copy' ? '' : words[state]}
      </span>
    </>
  );
}
