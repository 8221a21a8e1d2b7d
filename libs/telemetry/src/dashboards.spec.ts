import { readFileSync } from 'node:fs';
import * as metrics from './metrics.js';

interface Dashboard {
  readonly panels: readonly { readonly title: string; readonly targets: readonly { readonly expr: string }[] }[];
}

const read = (file: string) => readFileSync(new URL(`../../../deploy/observability/${file}`, import.meta.url), 'utf8');
const dashboard = JSON.parse(read('grafana/dashboards/helhed.json')) as Dashboard;
const expressions = [
  ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ...[...read('alerts.yml').matchAll(/^ +expr: (.+)$/gm)].map(([, expr]) => expr!),
];

/** The metrics that an expression names: neither functions, nor labels, nor words of the language. */
const words = new Set(['by', 'without', 'on', 'or', 'and', 'unless', 'bool', 'sum', 'max', 'count']);
const metricsIn = (expr: string): string[] =>
  [
    ...expr
      .replaceAll(/\{[^}]*\}|\[[^\]]*\]|\b(by|without|on) \([^)]*\)/g, ' ')
      .matchAll(/[a-z_][a-z0-9_]*\b(?!\s*\()/g),
  ]
    .map(([name]) => name)
    .filter((name) => !words.has(name));
const labelsIn = (expr: string): string[] => [
  ...[...expr.matchAll(/\b(?:by|without|on) \(([^)]*)\)/g)].flatMap(([, list]) => list!.split(/, */)),
  ...[...expr.matchAll(/([a-z_]+)=~?"/g)].map(([, label]) => label!),
];

/** All that the registry serves; of a histogram, its series. */
async function served(): Promise<Set<string>> {
  metrics.startProcessMetrics('spec');
  const gauges = Object.entries(metrics).filter(([name]) => name.startsWith('gauge'));
  for (const [, gauge] of gauges) (gauge as typeof metrics.gaugeOutboxAge)(async () => 0);
  metrics.countRequest('GET', '/x', 200, 0.1);
  const { text } = await metrics.readMetrics();
  const types = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)];
  return new Set(
    types.flatMap(([, name, type]) =>
      type === 'histogram' ? ['bucket', 'sum', 'count'].map((end) => `${name}_${end}`) : [name!],
    ),
  );
}

describe('the dashboard and the alarms', () => {
  it('name only metrics that there are, beside Prometheus’ own', async () => {
    const known = (await served()).add('up');
    const named = [...new Set(expressions.flatMap(metricsIn))];
    expect(named.filter((name) => !known.has(name))).toEqual([]);
    expect(named).toEqual(expect.arrayContaining(['http_requests_total', 'helhed_dead_letters']));
  });

  it('would not name one that there is not', async () => {
    const known = await served();
    const planted = metricsIn('max by (service) (helhed_outbox_age) or rate(http_requests_total{status="500"}[5m])');
    expect(planted).toEqual(['helhed_outbox_age', 'http_requests_total']);
    expect(planted.filter((name) => !known.has(name))).toEqual(['helhed_outbox_age']);
  });

  it('name only labels that the metrics have', () => {
    const known = new Set(['service', 'method', 'route', 'status', 'source', 'le', 'job', 'instance']);
    expect(expressions.flatMap(labelsIn).filter((label) => !known.has(label))).toEqual([]);
  });

  it('show each of the platform’s own metrics', async () => {
    const named = new Set(expressions.flatMap(metricsIn));
    const own = [...(await served())].filter((name) => name.startsWith('helhed_'));
    expect(own.filter((name) => !named.has(name))).toEqual([]);
    expect(own.length).toBeGreaterThanOrEqual(5);
  });

  it('say what they are in words', () => {
    for (const { title } of dashboard.panels) expect(title).toMatch(/\S \/ \S|\S/);
    expect(read('alerts.yml').match(/ - alert:/g)?.length).toBe(read('alerts.yml').match(/summary: .+ \/ .+/g)?.length);
  });
});
