'use client';

import { useEffect, useState } from 'react';
import ErrorPage from '@/app/error';

/** The page for a fault of ours, which finds its language in the browser: ready once it has. */
export function BrokenPage() {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const error = Object.assign(new Error('gallery'), { digest: '3141592653' });
  return (
    <>
      <ErrorPage error={error} retry={() => undefined} />
      {ready ? null : <i hidden data-picture="not-ready" />}
    </>
  );
}
