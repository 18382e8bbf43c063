'use client';

import { startTransition, useActionState, useEffect, useRef } from 'react';
import { type ActionState, IDLE } from '@/components/ui/action-state';
import { askHost } from './ask-host';
import { findHost } from './find-host';
import { loadScript } from './load-script';
import { sayWhenOffline } from './say-when-offline';

/**
 * Asks the app around the page, once per page load, what it can do, and has the answer kept where the
 * server ranks the ways to pay; the page is drawn again only when the answer is a new one. Without an
 * app there is nothing to see and nothing to keep.
 */
export function HostProbe({
  known,
  script,
  keep,
}: {
  /** The answer as it is kept now. */
  known: string | null;
  /** A bridge that the page has to load itself. */
  script: string | null;
  keep: (previous: ActionState<string>, form: FormData) => Promise<ActionState<string>>;
}) {
  // Nobody is told of an answer that could not be kept: the next page asks again.
  const [, remember] = useActionState(sayWhenOffline(keep, ''), IDLE);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void ask().then((app) => {
      if (app === known) return;
      const form = new FormData();
      form.set('app', app ?? 'none');
      startTransition(() => remember(form));
    });

    async function ask(): Promise<string | null> {
      // A script that does not come brings no host: the wait below says the same.
      if (script !== null) await Promise.allSettled([loadScript(script)]);
      const host = await findHost();
      return host ? askHost(host) : null;
    }
  }, [known, script, remember]);
  return null;
}
