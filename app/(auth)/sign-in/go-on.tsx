'use client';

import { useEffect } from 'react';

/**
 * Leads on by a full page load. A redirect would let Next swap the page inside this document, which
 * keeps this area's security policy, and the cashier could not post its form to a channel.
 */
export function GoOn({ to }: { to: string }) {
  useEffect(() => {
    window.location.replace(to);
  }, [to]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={`0;url=${to}`} />
    </noscript>
  );
}
