'use client';

import { useEffect } from 'react';

const WRITABLE = 'input, textarea, select, [contenteditable]';

/** "/" and ⌘K lead into the search box of this page; with what stands there marked, so that typing replaces it. */
export function FindSlash({ field }: { field: string }) {
  useEffect(() => {
    const box = () => document.querySelector<HTMLInputElement>(`input[name="${field}"]`);
    const press = (event: KeyboardEvent) => {
      const writes = event.target instanceof Element && event.target.closest(WRITABLE) !== null;
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      const slash = event.key === '/' && plain && !writes;
      const find = event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey);
      if (!slash && !find) return;
      event.preventDefault();
      // Elsewhere ⌘K leads here: there is nowhere to go from here.
      event.stopImmediatePropagation();
      box()?.focus();
      box()?.select();
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [field]);
  return null;
}
