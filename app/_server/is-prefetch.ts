const NAMES = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'];

/** Is this a browser's guess at what might be opened next, and nobody's doing? */
export const isPrefetch = (headers: Headers): boolean =>
  NAMES.some((name) => /prefetch|prerender|preview/i.test(headers.get(name) ?? ''));
