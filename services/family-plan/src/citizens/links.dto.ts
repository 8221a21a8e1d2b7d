import { frame } from '@helhed/access';
import type { CitizenLink } from '@helhed/access';
import { date, id, instant } from '@helhed/contracts';
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
      personId: id,
      linkedOn: date,
      endedOn: date.nullable(),
      version: z.int().positive(),
    })
    .meta({ id: 'Link' }),
);
export type LinkView = z.infer<typeof LinkView>;

export const toLinkView = ({ id: link, personId, linkedOn, endedOn }: CitizenLink): LinkView => ({
  id: link,
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
  personId,
  linkedOn: '2026-10-05',
  endedOn: null,
  version: 1,
};
