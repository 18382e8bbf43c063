import { AsyncLocalStorage } from 'node:async_hooks';
import { performance } from 'node:perf_hooks';
import {
  type Context,
  DiagLogLevel,
  diag,
  type Span,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { isRefusal } from '@/lib/core/errors';
import { log } from '@/lib/core/log';
import { logContext } from '@/lib/core/log-context';
import { traceWith } from '@/lib/core/spans';
import { contextFrom, headerOf } from './trace-header';

const EVERY_MS = 1_000;
/** One that stays away is a line now and then. */
const SAY_EVERY_MS = 60_000;
/** A collector that is away keeps nobody waiting. */
const LAST_WORDS_MS = 3_000;

/**
 * Begins to trace. Only our own spans, by names of kinds of things and with the ids of the log's context: the
 * provider is not made known to the whole process, for what Next would tell by itself has whole addresses in it,
 * and a payment's address is its key.
 */
export function startTracing(service: string, endpoint: string): () => Promise<void> {
  hearProblems();
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }).merge(
      detectResources({ detectors: [envDetector] }),
    ),
    spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: EVERY_MS })],
  });
  const tracer = provider.getTracer('cashier');
  const storage = new AsyncLocalStorage<Context>();
  const current = (): Span | undefined => {
    const context = storage.getStore();
    return context && trace.getSpan(context);
  };

  traceWith({
    async inSpan(name, run, from) {
      const parent = storage.getStore() ?? contextFrom(from);
      const span = tracer.startSpan(name, {}, parent);
      try {
        return await storage.run(trace.setSpan(parent, span), run);
      } catch (error) {
        // A refusal is an answer, and so is what Next throws to lead elsewhere.
        if (!isAnswer(error)) span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.setAttributes(aboutWhat());
        span.end();
      }
    },
    broken: () => void current()?.setStatus({ code: SpanStatusCode.ERROR }),
    underWay: () => headerOf(current()?.spanContext()),
  });

  return async () => {
    await provider.forceFlush({ timeoutMillis: LAST_WORDS_MS }).catch(noteProblem);
  };
}

const isAnswer = (error: unknown): boolean =>
  isRefusal(error) || (error instanceof Error && 'digest' in error);

/** requestId → cashier.request_id: ids, and which job. */
const aboutWhat = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(logContext()).map(([name, id]) => [
      `cashier.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
      String(id),
    ]),
  );

let saidAt = Number.NEGATIVE_INFINITY;

function noteProblem(problem: unknown): void {
  if (performance.now() - saidAt < SAY_EVERY_MS) return;
  saidAt = performance.now();
  log().warn({ problem: String(problem).slice(0, 200) }, 'traces are not taken');
}

function hearProblems(): void {
  const quiet = (): void => undefined;
  const heard = { error: noteProblem, warn: noteProblem, info: quiet, debug: quiet };
  diag.setLogger({ ...heard, verbose: quiet }, DiagLogLevel.WARN);
}
