'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';

const KEPT = 'office-keys';
const ROWS = '[data-queue-row]';
const TYPED_IN = 'textarea, select, input:not([type="checkbox"])';

/**
 * Single keys for those who work through a queue all day: they move the focus from row to row, so that a
 * reader's own keys and Enter do what they always do. They can be switched off, and then stay off here.
 */
export function QueueKeys({ words }: { words: Record<string, string> }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [on, setOn] = useState(true);
  useEffect(() => setOn(localStorage.getItem(KEPT) !== 'off'), []);
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { target, key } = event;
    if (!on || event.ctrlKey || event.metaKey || event.altKey || dialog.current?.open) return;
    if (target instanceof Element && target.closest(TYPED_IN)) return;
    if (key === '?') dialog.current?.showModal();
    else if (key === 'j') move(1);
    else if (key === 'k') move(-1);
    else if (key === 'x') present()?.querySelector<HTMLInputElement>('[name="pick"]')?.click();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
  const keep = (wanted: boolean) => {
    setOn(wanted);
    if (wanted) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, 'off');
  };
  return (
    <div className="with-script px-4 pb-3">
      <Button variant="quiet" onClick={() => dialog.current?.showModal()}>
        {words.open} <kbd className="font-mono text-xs">?</kbd>
      </Button>
      <dialog
        ref={dialog}
        aria-label={words.title}
        className="m-auto max-w-sm rounded-card bg-card p-6 text-ink shadow-card backdrop:bg-ink/40"
      >
        <h2 className="text-lg font-semibold">{words.title}</h2>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 py-4">
          {(
            [
              ['j', words.next],
              ['k', words.previous],
              ['Enter', words.enter],
              ['x', words.mark],
              ['?', words.help],
              ['⌘K', words.find],
            ] as const
          ).map(([key, does]) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="font-mono text-sm">{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <label className="flex min-h-11 items-center gap-3 text-sm">
          <input
            type="checkbox"
            checked={on}
            onChange={(event) => keep(event.target.checked)}
            className="size-5 accent-accent"
          />
          {words.on}
        </label>
        <Button variant="secondary" onClick={() => dialog.current?.close()}>
          {words.close}
        </Button>
      </dialog>
    </div>
  );
}

/** The row that the focus is in. */
const present = (): Element | undefined => document.activeElement?.closest(ROWS) ?? undefined;

/** To the link of the next row, or of the first one; a row without a link is reached by its box. */
function move(by: 1 | -1): void {
  const rows = [...document.querySelectorAll(ROWS)];
  const here = present();
  const at = here ? rows.indexOf(here) + by : 0;
  const row = rows[Math.min(Math.max(at, 0), rows.length - 1)];
  const stop = row?.querySelector<HTMLElement>('a') ?? row?.querySelector<HTMLElement>('input');
  stop?.focus();
}
