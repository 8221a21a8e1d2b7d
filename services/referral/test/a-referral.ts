import { Referral } from '../src/referrals/referral.js';

/** A referral just received, for rules. */
export const aReferral = (): Referral =>
  Referral.receive({
    municipality: '0450',
    id: '0198a1b2-0000-7000-8000-000000000001',
    familyId: '0198a1b2-0000-7000-8000-000000000002',
    programme: 'nyborg-familiestue',
    programmeVersion: 1,
    referringUnit: 'db-solsikken',
    senderReference: 'solsikken-17',
    contentHmac: Buffer.from('hmac'),
    reason: Buffer.from('reason'),
    facts: { childrenCount: 2 },
    parentsPart: [],
    persons: [null, null],
    receivedOn: '2026-11-05',
    receivedAt: new Date('2026-11-05T08:00:00Z'),
  });
