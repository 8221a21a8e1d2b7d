import { frame, withheld } from '@helhed/access';
import { code, date, id } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';
import { line } from '../prose.js';
import { occasions } from './video.js';

const someId = id.toLowerCase();
const occasion = z.enum(occasions).describe('At which it was filmed.');

const [familyId, mother, child] = [
  '0198a1b2-0000-7000-8000-000000000020',
  '0198a1b2-0000-7000-8000-000000000023',
  '0198a1b2-0000-7000-8000-000000000025',
];
const example = { familyId, persons: [mother, child], occasion: 'session' as const, filmedOn: '2026-10-12' };
const reference = 'arkiv/7f3a-2201';

export const RegisterVideo = z
  .strictObject({
    familyId: someId,
    persons: z.array(someId).min(1).max(20).describe('The members of the family who are seen or heard in it.'),
    programme: code.optional().describe('Left out, the one by which whoever registers it reaches the family.'),
    occasion,
    filmedOn: date.describe('Today or before.'),
    reference: line.describe('What the unit’s own store calls the file. It names nobody.'),
  })
  .meta({ id: 'RegisterVideo', examples: [{ ...example, reference }] });
export type RegisterVideo = z.infer<typeof RegisterVideo>;

export const VideoReceipt = frame(z.strictObject({ id, familyId: id }).meta({ id: 'VideoReceipt' }));
export type VideoReceipt = z.infer<typeof VideoReceipt>;

const content = {
  unit: code.describe('Which keeps it.'),
  occasion,
  filmedOn: date,
  deleteOn: date.describe('The day on which it is deleted.'),
};

export const VideoView = z
  .strictObject({
    id,
    familyId: id,
    programme: code,
    ...z.strictObject({ ...content, personIds: z.array(id), reference: z.string() }).partial().shape,
    withheld,
  })
  .meta({ id: 'Video' });
export type VideoView = z.infer<typeof VideoView>;
export const VideoPage = pageOf(VideoView);
export const VideoQuery = pageQuery({});
export type VideoQuery = z.infer<typeof VideoQuery>;

export const OwnVideo = z.strictObject({ id, ...content }).meta({ id: 'OwnVideo' });
export type OwnVideo = z.infer<typeof OwnVideo>;
export const OwnVideoPage = pageOf(OwnVideo);

const videoId = '0198a1b2-0000-7000-8000-000000000081';
export const receiptExample: VideoReceipt = { id: videoId, familyId };
const shown = { unit: 'familiestuen', occasion: example.occasion, filmedOn: '2026-10-12', deleteOn: '2027-01-10' };
export const videoExample: VideoView = {
  id: videoId,
  familyId,
  programme: 'nyborg-familiestue',
  ...shown,
  personIds: example.persons,
  reference,
  withheld: [],
};
export const videoPageExample = { items: [videoExample], next: null, total: 1 };
export const ownVideoPageExample = { items: [{ id: videoId, ...shown }], next: null, total: 1 };
