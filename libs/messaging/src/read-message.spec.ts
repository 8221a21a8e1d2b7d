import { newId } from '@helhed/kernel';
import { readMessage } from './read-message.js';

const event = (change: Record<string, unknown> = {}): string =>
  JSON.stringify({
    specversion: '1.0',
    id: newId(),
    source: '/helhed/0450/referral',
    type: 'dk.helhed.referral.triage-started.v1',
    subject: 'family',
    time: '2026-01-01T00:00:00.000Z',
    datacontenttype: 'application/json',
    municipality: '0450',
    incarnation: newId(),
    orderkey: 'family',
    seq: 1,
    data: {},
    ...change,
  });
const subject = 'helhed.0450.referral.triage-started.family';

describe("a message in a source's stream", () => {
  it('is an event when all of it says so', () => {
    expect(readMessage('referral', subject, event())).toMatchObject({ seq: 1 });
  });

  it.each([
    ["another context's type", {}, { type: 'dk.helhed.consent.basis-recorded.v1' }],
    ['a type that only begins like its own', {}, { type: 'dk.helhed.referrals.triage-started.v1' }],
    ['another source', {}, { source: '/helhed/0450/consent' }],
    ['a source in another municipality', {}, { source: '/helhed/0561/referral' }],
    ['a longer source', {}, { source: '/helhed/0450/referral/consent' }],
    ['another municipality', {}, { municipality: '0561', source: '/helhed/0561/referral' }],
    ["another context's subject", { subject: 'helhed.0450.consent.basis-recorded.family' }, {}],
    ['no envelope', {}, { seq: 0 }],
  ])('is not one with %s', (_what, at, change) => {
    expect(readMessage('referral', 'subject' in at ? at.subject : subject, event(change))).toBeUndefined();
  });

  it('is not one when it is no JSON', () => {
    expect(readMessage('referral', subject, '{')).toBeUndefined();
  });
});
