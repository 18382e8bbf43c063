'use client';

import { useEffect, useState } from 'react';
import { Button } from './button';

/**
 * Copies a text and says so. There to see only once it works; where a browser does not let pages
 * copy, the text beside it can still be selected.
 */
export function CopyButton({ text, label, done }: { text: string; label: string; done: string }) {
  const [ready, setReady] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setReady('clipboard' in navigator), []);

  function copy() {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setReady(false),
    );
  }

  return (
    <>
      <Button variant="secondary" block onClick={copy} className={ready ? '' : 'invisible'}>
        {copied ? done : label}
      </Button>
      <span role="status" className="sr-only">
        {copied ? done : ''}
      </span>
    </>
  );
}
