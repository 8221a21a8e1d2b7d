import { frame } from '@helhed/access';
import type { CitizenLink } from '@helhed/access';
import { date, id, instant, sub } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';

export const LinkCodeView = frame(
  z
    .strictObject({
      id,
      personId: id,
      code: z.string().nullable().describe('Told this once, to be handed to the citizen; null when asked again.'),
      expiresAt: instant,
    })
    .meta({ id: 'LinkCode' }),
);
export type LinkCodeView = z.infer<typeof LinkCodeView>;

const code = 'k7mh-q2xw-9dru';
export const Redeem = z
  .strictObject({ code: z.string().min(1).max(40).describe('As it was handed over; case and hyphens do not matter.') })
  .meta({ id: 'RedeemLinkCode', examples: [{ code }] });
export type Redeem = z.infer<typeof Redeem>;

export const LinkView = frame(
  z
    .strictObject({
      id,
      sub: z.string(),
      personId: id,
      linkedOn: date,
      endedOn: date.nullable(),
      version: z.int().positive(),
    })
    .meta({ id: 'Link' }),
);
export type LinkView = z.infer<typeof LinkView>;
export const LinkPage = pageOf(LinkView);
export const LinkQuery = pageQuery({
  sub: sub.optional().describe('Of this account only.'),
  personId: id.optional().describe('Of this person only.'),
});
export type LinkQuery = z.infer<typeof LinkQuery>;

export type LinkRow = Pick<CitizenLink, 'id' | 'sub' | 'personId' | 'linkedOn' | 'endedOn'>;

export const toLinkView = ({ id: link, sub: account, personId, linkedOn, endedOn }: LinkRow): LinkView => ({
  id: link,
  sub: account,
  personId,
  linkedOn,
  endedOn,
  version: endedOn === null ? 1 : 2,
});

const personId = '0198a1b2-0000-7000-8000-000000000023';
export const linkCodeExample: LinkCodeView = {
  id: '0198a1b2-0000-7000-8000-000000000054',
  personId,
  code,
  expiresAt: '2026-10-06T12:41:07.000Z',
};
export const linkExample: LinkView = {
  id: '0198a1b2-0000-7000-8000-000000000055',
  sub: '3f6b2d0c-91c5-4b7e-8a55-7d1e02c4b913',
  personId,
  linkedOn: '2026-10-05',
  endedOn: null,
  version: 1,
};
