import { readWaiting } from './waiting-events.js';

describe('what npm run status says of waiting events', () => {
  it('are dead letters, events of all sources not applied yet, and the age of the oldest', () => {
    const metrics = `# HELP helhed_dead_letters Events parked after bounded tries.
helhed_dead_letters{service="referral"} 2
helhed_consumer_lag_events{source="consent",service="referral"} 3
helhed_consumer_lag_events{source="scheduling",service="referral"} 4
helhed_parked_oldest_seconds{service="referral"} 12.5
`;
    expect(readWaiting(metrics)).toEqual({ deadLetters: 2, notApplied: 7, oldestSeconds: 12.5 });
  });

  it('is unknown where a service cannot tell', () => {
    expect(readWaiting('helhed_dead_letters_other 1\n')).toEqual({
      deadLetters: null,
      notApplied: null,
      oldestSeconds: null,
    });
  });
});
