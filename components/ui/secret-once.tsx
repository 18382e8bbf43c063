'use client';

import { CopyButton } from './copy-button';
import { Notice } from './notice';

/** What is shown this once: to be copied, or selected by hand where a browser does not let pages copy. */
export function SecretOnce({
  title,
  about,
  secret,
  words,
}: {
  title: string;
  /** Whose it is, or what for. */
  about?: string;
  secret: string;
  words: Record<'copy' | 'copied', string>;
}) {
  return (
    <Notice tone="ok" role="status" title={title}>
      {about ? <span className="block break-all">{about}</span> : null}
      <code className="my-2 block rounded-control border border-line bg-card px-3 py-2 font-mono text-xs break-all select-all">
        {secret}
      </code>
      <CopyButton text={secret} label={words.copy} done={words.copied} />
    </Notice>
  );
}
