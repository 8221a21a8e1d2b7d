import { context, trace } from '@opentelemetry/api';
import type { SpanProcessor } from '@opentelemetry/sdk-trace';
import { configureLogging } from './logger.js';
import { startProcessMetrics } from './metrics.js';
import { enableTracing } from './tracing.js';

export interface Telemetry {
  /** Sends what is still held back. */
  stop(): Promise<void>;
}

/**
 * Sets up logs, metrics and, when an exporter is chosen, traces: `OTEL_EXPORTER_OTLP_ENDPOINT` sends them by OTLP over
 * HTTP, `HELHED_TRACE_FILE` appends them to a file as lines of JSON. `OTEL_TRACES_SAMPLER_ARG` (0 to 1) is the share of
 * traces kept among those that begin here.
 */
export async function startTelemetry(service: string, env: NodeJS.ProcessEnv = process.env): Promise<Telemetry> {
  configureLogging({ service, instance: env['INSTANCE'], level: env['LOG_LEVEL'] });
  startProcessMetrics(service);
  const file = env['HELHED_TRACE_FILE'];
  const endpoint = env['OTEL_EXPORTER_OTLP_ENDPOINT'];
  if (!file && !endpoint) return { stop: () => Promise.resolve() };
  return startTracing(service, file, endpoint, Number(env['OTEL_TRACES_SAMPLER_ARG'] ?? 1));
}

// Loaded only when wanted: the exporters take 20 MB and half a second.
async function startTracing(service: string, file: string | undefined, endpoint: string | undefined, share: number) {
  const sdk = await import('@opentelemetry/sdk-trace');
  const { AsyncLocalStorageContextManager } = await import('@opentelemetry/context-async-hooks');
  const { resourceFromAttributes } = await import('@opentelemetry/resources');
  const spanProcessors: SpanProcessor[] = [];
  if (endpoint) {
    const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
    spanProcessors.push(
      new sdk.BatchSpanProcessor({
        exporter: new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` }),
      }),
    );
  }
  if (file) {
    const { FileSpanExporter } = await import('./file-span-exporter.js');
    const exporter = new FileSpanExporter(file, service);
    spanProcessors.push(new sdk.BatchSpanProcessor({ exporter, scheduledDelayMillis: 200 }));
  }
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(share) }),
    spanProcessors,
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(provider);
  enableTracing(true);
  return { stop: () => provider.shutdown() };
}
