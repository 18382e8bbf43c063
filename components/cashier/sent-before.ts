/**
 * Has this browser tab been sent on under this key before? Marks it as sent. `no-memory` where the
 * browser keeps nothing: then only the shopper presses the button.
 */
export function sentBefore(key: string): 'first' | 'again' | 'no-memory' {
  try {
    const before = sessionStorage.getItem(key) !== null;
    sessionStorage.setItem(key, 'sent');
    return before ? 'again' : 'first';
  } catch {
    return 'no-memory';
  }
}
