import { countRequest, gaugeConsumerLag, gaugeOutboxAge, readMetrics } from './metrics.js';

const lines = async (name: string): Promise<string[]> =>
  (await readMetrics()).text.split('\n').filter((line) => line.startsWith(name));

describe('metrics', () => {
  it('count requests by method, route and status', async () => {
    countRequest('GET', '/referral/v1/referrals/{id}', 200, 0.003);
    countRequest('GET', '/referral/v1/referrals/{id}', 200, 0.02);
    expect(await lines('http_requests_total')).toEqual([
      'http_requests_total{method="GET",route="/referral/v1/referrals/{id}",status="200"} 2',
    ]);
    expect(await lines('http_request_duration_seconds_count')).toHaveLength(1);
  });

  it('ask for a gauge’s value when they are read', async () => {
    let age = 3;
    gaugeOutboxAge(async () => age);
    expect(await lines('helhed_outbox_oldest_seconds')).toEqual(['helhed_outbox_oldest_seconds 3']);
    age = 0.5;
    expect(await lines('helhed_outbox_oldest_seconds')).toEqual(['helhed_outbox_oldest_seconds 0.5']);
  });

  it('leave out a gauge that cannot be read, and serve the rest', async () => {
    gaugeOutboxAge(() => Promise.reject(new Error('the database is down')));
    gaugeConsumerLag(async () => [{ labels: { source: 'scheduling' }, value: 7 }]);
    expect(await lines('helhed_outbox_oldest_seconds')).toEqual([]);
    expect(await lines('helhed_consumer_lag')).toEqual(['helhed_consumer_lag_events{source="scheduling"} 7']);
  });
});
