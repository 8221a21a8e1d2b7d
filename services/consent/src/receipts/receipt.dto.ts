import { id } from '@helhed/contracts';
import { z } from 'zod';

/**
 * A receipt: for people, a text in plain Danish; for systems, a record after ISO/IEC TS 27560 in the W3C community's Data
 * Privacy Vocabulary (https://w3id.org/dpv/guides/consent-27560), as JSON-LD.
 */
export const ReceiptView = z
  .strictObject({
    basisId: id,
    text: z.string(),
    record: z.record(z.string(), z.unknown()).describe('JSON-LD: a receipt after ISO/IEC TS 27560, in DPV.'),
  })
  .meta({ id: 'Receipt' });
export type ReceiptView = z.infer<typeof ReceiptView>;
