const loading = new Map<string, Promise<void>>();

/** Runs a host's script, once per page, under the page's own nonce. Rejects when it does not come. */
export function loadScript(url: string): Promise<void> {
  const before = loading.get(url);
  if (before) return before;
  const loaded = new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
    script.onload = () => resolve();
    script.onerror = () => {
      // Asked for again, it may come.
      loading.delete(url);
      reject(new Error('the host’s script did not load'));
    };
    document.head.append(script);
  });
  loading.set(url, loaded);
  return loaded;
}
