/** What every description of the merchant API has in common. */
export const ABOUT = `Take payments, give them back, and read what became of them.

- Amounts are whole fen as JSON integers; times are ISO 8601 in UTC.
- Every POST and PATCH takes an \`Idempotency-Key\`. The same key with the same content gets the same stored answer for 48 hours, with \`Idempotency-Hit: true\`; with other content it is refused with 422, and while the first call is still running with 409.
- What is refused is answered with problem details (RFC 9457). Decide by \`code\`; quote \`request_id\` to support.
- \`Cashier-Version\` names the dated version of the API; without it a key stays with the version that it was made with.
- A field that is not described is refused.
- An address that is none is answered with 404 \`path_unknown\`; another method than an address takes with 405 \`method_not_allowed\` and \`Allow\`.`;

const text = (description: string, more: object = {}) => ({
  description,
  schema: { type: 'string', ...more },
});

/** Headers that may be sent with any call of their kind. */
export const PARAMETERS = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description:
      'A string of your own, new for every change: 1 to 255 printable characters, in double quotes or without',
    schema: { type: 'string', minLength: 1, maxLength: 257 },
    example: '"8e03978e-40d5-43dd-bc93-6894a57f9324"',
  },
  CashierVersion: {
    name: 'Cashier-Version',
    in: 'header',
    required: false,
    description: 'The dated version of the API; that of the key if left out',
    schema: { type: 'string', format: 'date' },
    example: '2026-11-01',
  },
};

/** Headers that answers bring. */
export const ANSWER_HEADERS = {
  RequestId: text('What this call is known by, in your request log and to support', {
    examples: ['req_01jd5w0a3v8k2m4n6p8q0r2s4t'],
  }),
  CashierVersion: text('The dated version that answered', { format: 'date' }),
  IdempotencyHit: text('There, and `true`, where this is a stored answer', { enum: ['true'] }),
  RetryAfter: {
    description: 'Seconds after which it is of use to ask again',
    schema: { type: 'integer', minimum: 1 },
  },
};

/** Whatever was refused, or broke (RFC 9457). */
export const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'instance', 'code', 'doc_url', 'request_id'],
  properties: {
    type: { type: 'string', format: 'uri', description: 'Ends with the code' },
    title: { type: 'string', description: 'For people, in English or Chinese by Accept-Language' },
    status: { type: 'integer' },
    instance: { type: 'string', format: 'uri' },
    code: { type: 'string', description: 'For programs: it stays the same' },
    doc_url: { type: 'string', format: 'uri', description: 'What the code means and what helps' },
    request_id: { type: 'string' },
    errors: {
      type: 'array',
      description: 'The fields at fault',
      items: {
        type: 'object',
        required: ['path', 'problem'],
        properties: { path: { type: 'string' }, problem: { type: 'string' } },
      },
    },
  },
};

/** What a status means at a glance; its codes say the rest. */
export const STATUS_WORDS: Readonly<Record<number, string>> = {
  400: 'The call cannot be read',
  401: 'Nobody’s key',
  403: 'Not permitted',
  404: 'Not found',
  409: 'It does not fit what is there',
  410: 'Over',
  413: 'Too large',
  415: 'Another kind of body',
  422: 'It cannot be meant',
  423: 'Locked',
  429: 'Too many calls',
  500: 'It broke on our side',
};
