/** One field of the request that cannot be taken, and why. */
export interface FieldProblem {
  /** Its name, with dots where it stands within another. */
  path: string;
  problem: string;
}

/** The API said no (RFC 9457). `code` is what your program decides by; `title` is for people. */
export class CashierProblem extends Error {
  override readonly name = 'CashierProblem';
  readonly status: number;
  readonly code: string;
  readonly title: string;
  /** The fields that are wrong, where the code is `invalid_request`. */
  readonly errors: readonly FieldProblem[];
  /** What the documentation says about this code. */
  readonly docUrl?: string;
  /** Tell it to support: the call is found by it. */
  readonly requestId?: string;
  /** Seconds after which the call may be tried again, where the API said so. */
  readonly retryAfter?: number;
  /** The whole answer, for whatever else it holds. */
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, body: Record<string, unknown>, headers: Headers) {
    const code = textOf(body.code) ?? `http_${status}`;
    const title = textOf(body.title) ?? `The cashier answered with status ${status}`;
    super(`${title} (${code})`);
    this.status = status;
    this.code = code;
    this.title = title;
    this.errors = Array.isArray(body.errors) ? (body.errors as FieldProblem[]) : [];
    this.docUrl = textOf(body.doc_url);
    this.requestId = textOf(body.request_id) ?? headers.get('x-request-id') ?? undefined;
    this.retryAfter = secondsOf(headers.get('retry-after'));
    this.body = body;
  }
}

/** No answer came, or none that can be read: whether the call was carried out is not known. */
export class CashierUnreachable extends Error {
  override readonly name = 'CashierUnreachable';
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

const secondsOf = (header: string | null): number | undefined =>
  header && /^\d{1,9}$/.test(header) ? Number(header) : undefined;
