import { appendFileSync } from 'node:fs';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';

const instant = ([seconds, nanos]: readonly [number, number]): number => seconds * 1000 + nanos / 1e6;

/** Appends each span as one line of JSON, for tests and for a machine without a collector. */
export class FileSpanExporter implements SpanExporter {
  constructor(
    private readonly file: string,
    private readonly service: string,
  ) {}

  export(spans: ReadableSpan[], done: (result: { code: number; error?: Error }) => void): void {
    try {
      // One write a batch: several services append to the same file, and a line must stay whole.
      appendFileSync(this.file, spans.map((span) => this.line(span)).join(''));
      done({ code: 0 });
    } catch (error) {
      done({ code: 1, error: error as Error });
    }
  }

  shutdown(): Promise<void> {
    return Promise.resolve();
  }

  private line(span: ReadableSpan): string {
    const { traceId, spanId } = span.spanContext();
    return `${JSON.stringify({
      service: this.service,
      name: span.name,
      traceId,
      spanId,
      parentSpanId: span.parentSpanContext?.spanId,
      start: instant(span.startTime),
      end: instant(span.endTime),
      status: span.status.code,
      attributes: span.attributes,
    })}\n`;
  }
}
