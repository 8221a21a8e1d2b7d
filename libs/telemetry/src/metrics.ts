import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const registry = new Registry();
let started = false;

const requests = new Counter({
  name: 'http_requests_total',
  help: 'Answered requests.',
  labelNames: ['method', 'route', 'status'],
  registers: [registry],
});

const durations = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time from a request’s headers to the end of its answer.',
  labelNames: ['method', 'route'],
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [registry],
});

/** @param route the route's pattern, never the address: labels are few and hold no ids */
export function countRequest(method: string, route: string, status: number, seconds: number): void {
  requests.inc({ method, route, status });
  durations.observe({ method, route }, seconds);
}

export function startProcessMetrics(service: string): void {
  if (started) return;
  started = true;
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
}

type Readings = number | readonly { readonly labels: Record<string, string>; readonly value: number }[];

/**
 * A gauge whose value is asked for when Prometheus does. A source that fails leaves the gauge without a value, which an
 * alarm on absence sees; the other metrics are still served.
 */
export function registerGauge(name: string, help: string, labelNames: string[], read: () => Promise<Readings>): void {
  registry.removeSingleMetric(name);
  new Gauge({
    name,
    help,
    labelNames,
    registers: [registry],
    async collect() {
      this.reset();
      try {
        const readings = await inTime(read());
        if (typeof readings === 'number') this.set(readings);
        else for (const { labels, value } of readings) this.set(labels, value);
      } catch {
        this.reset();
        this.remove();
      }
    },
  });
}

const patienceMs = 2_000;

// A server that is down may leave the question open; the metrics of everything else are wanted then most of all.
async function inTime<T>(reading: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error('too late')), patienceMs)));
  return Promise.race([reading, late]).finally(() => clearTimeout(timer));
}

/** Seconds since the oldest event that has not been published was written; 0 when there is none. */
export const gaugeOutboxAge = (read: () => Promise<Readings>): void =>
  registerGauge('helhed_outbox_oldest_seconds', 'Age of the oldest unpublished event.', [], read);

/** Events published but not yet applied, by source. */
export const gaugeConsumerLag = (read: () => Promise<Readings>): void =>
  registerGauge('helhed_consumer_lag_events', 'Events not yet applied.', ['source'], read);

/** Events parked because they could not be applied. */
export const gaugeDeadLetters = (read: () => Promise<Readings>): void =>
  registerGauge('helhed_dead_letters', 'Events parked after bounded tries.', [], read);

/** Seconds since the oldest event was parked that waits for an earlier one or another try; 0 when none does. */
export const gaugeParkedAge = (read: () => Promise<Readings>): void =>
  registerGauge('helhed_parked_oldest_seconds', 'Age of the oldest waiting parked event.', [], read);

/** Events in the outbox that can never be sent as they are. */
export const gaugeSetAside = (read: () => Promise<Readings>): void =>
  registerGauge('helhed_outbox_set_aside_events', 'Events that cannot be sent.', [], read);

/** Municipalities whose register of bases was restored and not taken up again: nothing revocable is answered there. */
export const gaugeRegisterRestored = (read: () => Promise<Readings>): void =>
  registerGauge('helhed_register_restored', 'Municipalities whose register was restored.', [], read);

/** All metrics in Prometheus' text format. */
export const readMetrics = (): Promise<{ contentType: string; text: string }> =>
  registry.metrics().then((text) => ({ contentType: registry.contentType, text }));
