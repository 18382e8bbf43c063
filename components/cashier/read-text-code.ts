/** The browser's own reader of codes in text messages (WebOTP), where there is one. */
interface OtpCredential extends Credential {
  readonly code: string;
}

/**
 * Waits for a code that is bound to this site to arrive on this very phone; the browser asks its owner
 * first. undefined where the browser cannot, the owner does not want to, or the page moves on.
 */
export async function readTextCode(signal: AbortSignal): Promise<string | undefined> {
  if (!('OTPCredential' in window)) return undefined;
  const request = { otp: { transport: ['sms'] }, signal } as CredentialRequestOptions;
  try {
    const credential = (await navigator.credentials.get(request)) as OtpCredential | null;
    return credential?.code;
  } catch {
    return undefined;
  }
}
