/** What a merchant has chosen about signatures. */
export interface SigningTerms {
  /** Calls of the API without a signature are refused. */
  signedRequests: boolean;
  /** Returns and webhooks are signed with the platform's SM2 key. */
  sm2Notices: boolean;
}

/** API keys alone, and HMAC. */
export const USUAL_SIGNING_TERMS: SigningTerms = { signedRequests: false, sm2Notices: false };
