import { allEvents, findContract } from './all-events.js';
import { streamName, streamSubjects } from './cloud-event.js';
import { claims } from './claims.js';

describe('the events', () => {
  it('have one type each', () => expect(new Set(allEvents.map((e) => e.type)).size).toBe(allEvents.length));

  it.each(allEvents.map((e) => [e.type, e] as const))(
    '%s says whom it orders by, and refuses unknown fields',
    (type, event) => {
      expect(findContract(type)).toBe(event);
      const unknownField = event.schema.safeParse({ name: 'x' });
      expect(unknownField.error?.issues.map((i) => i.code)).toContain('unrecognized_keys');
      const paths = event.schema.safeParse({}).error?.issues.map((i) => i.path[0]);
      expect(paths).toContain(event.orderKey);
    },
  );

  it('live in a stream of their owner', () => {
    expect(streamName('family-plan')).toBe('helhed-family-plan');
    expect(streamSubjects('consent')).toBe('helhed.*.consent.>');
  });

  it('have claims on known events only, by another than the owner', () => {
    for (const claim of claims) {
      expect(findContract(claim.event)?.context).toBe(claim.owner);
      expect(claim.consumer).not.toBe(claim.owner);
    }
  });
});
