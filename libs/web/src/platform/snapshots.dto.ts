import { z } from 'zod';

export const PublishSnapshots = z
  .strictObject({ municipality: z.string().regex(/^\d{4}$/) })
  .meta({ id: 'PublishSnapshots', examples: [{ municipality: '0450' }] });

const keys = z.int().nonnegative().describe('Order keys that will be told, families for the most part.');

export const SnapshotsBegun = z.strictObject({ keys }).meta({ id: 'SnapshotsBegun' });

export const IncarnationRenewed = z
  .strictObject({ incarnation: z.uuid().nullable().describe('None in a service that tells others nothing.'), keys })
  .meta({ id: 'IncarnationRenewed' });
