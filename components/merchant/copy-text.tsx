'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';

/**
 * A text to take elsewhere, and a button that copies it and says so: there only once it works. The text can be
 * selected in any browser.
 */
export function CopyText({
  title,
  text,
  words,
}: {
  title: string;
  text: string;
  words: { copy: string; copied: string };
}) {
  const [ready, setReady] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setReady('clipboard' in navigator), []);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setReady(false),
    );
  return (
    <div className="grid gap-2">
      <div className="flex min-h-11 items-center justify-between gap-3">
        <h3 className="text-sm font-medium">{title}</h3>
        {ready ? (
          <Button variant="quiet" onClick={copy}>
            {copied ? words.copied : words.copy}
          </Button>
        ) : null}
      </div>
      <pre className="rounded-control border border-line bg-ground p-3.5 font-mono text-xs break-all whitespace-pre-wrap">
        <code>{text}</code>
      </pre>
      <p role="status" className="sr-only">
        {copied ? words.copied : ''}
      </p>
    </div>
  );
}
