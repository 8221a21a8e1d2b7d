import { cloudEventEnvelope, ReferralClosed, TriageStarted } from '@helhed/contracts';
import { messageId, subjectOf, toCloudEvent, type OutboxRow } from './envelope.js';

const row = (change: Partial<OutboxRow> = {}): OutboxRow => ({
  id: '7',
  municipality: '0450',
  event_id: '01990000-0000-7000-8000-000000000001',
  type: TriageStarted.type,
  order_key: '01990000-0000-7000-8000-000000000002',
  incarnation: '01990000-0000-7000-8000-000000000003',
  seq: '12',
  occurred_at: new Date('2026-03-02T10:20:30.456Z'),
  traceparent: null,
  data: { referralId: '01990000-0000-7000-8000-000000000004' },
  asked: 0,
  ...change,
});

describe('a row of the outbox, on the wire', () => {
  it('is a CloudEvent of its source, with the number of its key', () => {
    expect(toCloudEvent('referral', row())).toEqual({
      specversion: '1.0',
      id: '01990000-0000-7000-8000-000000000001',
      source: '/helhed/0450/referral',
      type: 'dk.helhed.referral.triage-started.v1',
      subject: '01990000-0000-7000-8000-000000000002',
      time: '2026-03-02T10:20:30.456Z',
      datacontenttype: 'application/json',
      municipality: '0450',
      incarnation: '01990000-0000-7000-8000-000000000003',
      orderkey: '01990000-0000-7000-8000-000000000002',
      seq: 12,
      data: { referralId: '01990000-0000-7000-8000-000000000004' },
    });
  });

  it('is what a consumer reads as an envelope', () => {
    const event = toCloudEvent('referral', row());
    expect(cloudEventEnvelope.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
  });

  it('carries the trace that it was written in', () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    expect(toCloudEvent('referral', row({ traceparent }))).toEqual({
      ...toCloudEvent('referral', row()),
      traceparent,
    });
    expect(toCloudEvent('referral', row())).not.toHaveProperty('traceparent');
  });

  it("goes under its municipality's, its context's and its key's subject", () => {
    expect(subjectOf(row())).toBe('helhed.0450.referral.triage-started.01990000-0000-7000-8000-000000000002');
    expect(subjectOf(row({ type: ReferralClosed.type, municipality: '0561' }))).toMatch(/^helhed\.0561\.referral\./);
  });

  it('has no subject when no contract describes its type', () => {
    expect(() => subjectOf(row({ type: 'dk.helhed.referral.never-said.v1' }))).toThrow(
      'no contract for dk.helhed.referral.never-said.v1',
    );
  });

  it('is recognised as a repeat by its id, until a consumer asks for it again', () => {
    expect(messageId(row())).toBe('01990000-0000-7000-8000-000000000001');
    expect(messageId(row({ asked: 2 }))).toBe('01990000-0000-7000-8000-000000000001.2');
  });
});
