import type { DeliveryTry } from './delivery';

/** What broke a try, as the doctor names it; its words are in the messages (`webhooks.doctor`). */
export const DIAGNOSES = [
  'dns_not_found',
  'dns_failed',
  'address_refused',
  'connection_refused',
  'connection_broken',
  'connection_timeout',
  'unreachable',
  'not_http',
  'tls_name',
  'tls_expired',
  'tls_not_yet_valid',
  'tls_self_signed',
  'tls_chain',
  'tls_not_spoken',
  'tls_failed',
  'redirect',
  'answer_timeout',
  'status_bad_request',
  'status_forbidden',
  'status_not_found',
  'status_method',
  'status_gone',
  'status_too_large',
  'status_media_type',
  'status_csrf',
  'status_too_many',
  'status_refused',
  'status_gateway',
  'status_server',
  'status_unknown',
  'answer_is_page',
] as const;
export type DiagnosisCode = (typeof DIAGNOSES)[number];

export interface Diagnosis {
  code: DiagnosisCode;
  /** warning: it arrived, and yet something looks wrong. */
  kind: 'failure' | 'warning';
  /** For the words: `host`, `status`, `to` (where a redirect leads), `errorCode`. */
  facts: { host: string; status: string; to: string; errorCode: string };
}

type Facts = Pick<DeliveryTry, 'status' | 'problem' | 'errorCode' | 'answerHeaders'>;

/** What broke a try, from what was kept of it; null: it arrived, and nothing looks wrong. */
export function diagnoseTry(made: Facts, url: string): Diagnosis | null {
  const code = made.problem ? codeOf(made) : looksWrong(made);
  if (!code) return null;
  return {
    code,
    kind: made.problem ? 'failure' : 'warning',
    facts: {
      host: new URL(url).host,
      status: String(made.status ?? ''),
      to: made.answerHeaders.location ?? '',
      errorCode: made.errorCode ?? '',
    },
  };
}

function codeOf({ problem, status, errorCode, answerHeaders }: Facts): DiagnosisCode {
  const code = errorCode ?? '';
  switch (problem) {
    case 'dns':
      return code === 'ENOTFOUND' || code === 'ENODATA' ? 'dns_not_found' : 'dns_failed';
    case 'refused_address':
      return 'address_refused';
    case 'tls':
      return TLS[code] ?? 'tls_failed';
    case 'timeout':
      return TIMEOUTS[code] ?? 'answer_timeout';
    case 'redirect':
      return answerHeaders.location ? 'redirect' : 'status_unknown';
    case 'status':
      return codeOfStatus(status ?? 0);
    default:
      return code.startsWith('HPE_') ? 'not_http' : (CONNECTION[code] ?? 'connection_broken');
  }
}

const CONNECTION: Record<string, DiagnosisCode> = {
  ECONNREFUSED: 'connection_refused',
  ETIMEDOUT: 'connection_timeout',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
};

const TIMEOUTS: Record<string, DiagnosisCode> = {
  TIMEOUT_DNS: 'dns_failed',
  TIMEOUT_CONNECT: 'connection_timeout',
  TIMEOUT_TLS: 'tls_failed',
};

const TLS: Record<string, DiagnosisCode> = {
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls_name',
  CERT_HAS_EXPIRED: 'tls_expired',
  CERT_NOT_YET_VALID: 'tls_not_yet_valid',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls_self_signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls_self_signed',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls_chain',
  UNABLE_TO_GET_ISSUER_CERT: 'tls_chain',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls_chain',
  ERR_SSL_WRONG_VERSION_NUMBER: 'tls_not_spoken',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'tls_not_spoken',
  EPROTO: 'tls_not_spoken',
};

const STATUSES: Record<number, DiagnosisCode> = {
  400: 'status_bad_request',
  401: 'status_forbidden',
  403: 'status_forbidden',
  404: 'status_not_found',
  405: 'status_method',
  410: 'status_gone',
  413: 'status_too_large',
  415: 'status_media_type',
  // Not registered, but what some frameworks answer a post without their own form's token.
  419: 'status_csrf',
  422: 'status_bad_request',
  429: 'status_too_many',
  502: 'status_gateway',
  503: 'status_gateway',
  504: 'status_gateway',
};

function codeOfStatus(status: number): DiagnosisCode {
  const named = STATUSES[status];
  if (named) return named;
  if (status >= 500 && status < 600) return 'status_server';
  return status >= 400 && status < 500 ? 'status_refused' : 'status_unknown';
}

/** A page where nobody reads: often a log-in form or the shop's front page, and the notice was not looked at. */
function looksWrong({ answerHeaders }: Facts): DiagnosisCode | undefined {
  return /^text\/html\b/i.test(answerHeaders['content-type'] ?? '') ? 'answer_is_page' : undefined;
}
