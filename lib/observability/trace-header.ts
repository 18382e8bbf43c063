import {
  type Context,
  isSpanContextValid,
  ROOT_CONTEXT,
  type SpanContext,
  trace,
} from '@opentelemetry/api';

/** The form of W3C Trace Context, version 00. */
const FORM = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

export const headerOf = (span: SpanContext | undefined): string | undefined =>
  span && `00-${span.traceId}-${span.spanId}-${span.traceFlags.toString(16).padStart(2, '0')}`;

/** What goes on in another process; what is in no such form begins a trace of its own. */
export function contextFrom(header: string | undefined): Context {
  const [, traceId = '', spanId = '', flags = ''] = FORM.exec(header ?? '') ?? [];
  const span = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) || 0, isRemote: true };
  return isSpanContextValid(span) ? trace.setSpanContext(ROOT_CONTEXT, span) : ROOT_CONTEXT;
}
