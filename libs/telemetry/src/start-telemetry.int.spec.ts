import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beginHttpRequest, endHttpRequest, insideHttpRequest } from './http-span.js';
import { requestContext } from './request-context.js';
import { startTelemetry } from './start-telemetry.js';
import { continueTrace, currentTraceparent, sendSpan, span } from './tracing.js';

const incoming = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

const failing = async (): Promise<void> => {
  throw new Error('Grethe');
};

async function startCollector() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    request.resume().on('end', () => response.end('{}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { asked, url: `http://127.0.0.1:${port}`, stop: () => (server.closeAllConnections(), server.close()) };
}

interface WrittenSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly status: number;
  readonly attributes: Record<string, unknown>;
}

describe('a trace', () => {
  const folder = mkdtempSync(join(tmpdir(), 'helhed-trace-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('without an exporter still has its id in the request’s context', async () => {
    const request = beginHttpRequest('r1', 'GET', '/x', incoming);
    await insideHttpRequest(request, () => span('work', {}, async () => expect(currentTraceparent()).toBe(incoming)));
    await continueTrace(undefined, 'timer', async () => expect(requestContext.getStore()?.traceparent).toMatch(/^00-/));
  });

  it('goes from the request through its work to what another service does about it', async () => {
    const file = join(folder, 'spans.jsonl');
    const collector = await startCollector();
    const telemetry = await startTelemetry('referral', {
      HELHED_TRACE_FILE: file,
      OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/`,
      LOG_LEVEL: 'silent',
    });
    const request = beginHttpRequest('r1', 'POST', '/referral/v1/referrals', incoming);
    let onTheWire: string | undefined;
    await insideHttpRequest(request, () =>
      span('transaction', { act: 'referral.receive' }, async () => {
        onTheWire = currentTraceparent();
      }),
    );
    await sendSpan(incoming, 'publish referral.received', async () => undefined);
    await continueTrace(onTheWire, 'apply referral.received', failing).catch(() => undefined);
    endHttpRequest(request, 201);
    await telemetry.stop();
    collector.stop();
    expect(collector.asked).toEqual(['POST /v1/traces']);

    const text = readFileSync(file, 'utf8');
    const spans = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as WrittenSpan);
    const named = Object.fromEntries(spans.map((one) => [one.name, one]));
    expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([incoming.slice(3, 35)]));
    expect(named['POST /referral/v1/referrals']).toMatchObject({
      parentSpanId: incoming.slice(36, 52),
      attributes: { 'http.response.status_code': 201 },
    });
    expect(named['transaction']?.parentSpanId).toBe(named['POST /referral/v1/referrals']?.spanId);
    expect(named['apply referral.received']).toMatchObject({ parentSpanId: named['transaction']?.spanId, status: 2 });
    expect(text).not.toContain('Grethe');
  });
});
