import type { ReceiptView } from './receipt.dto.js';

export const receiptExample: ReceiptView = {
  basisId: '0198a1b2-0000-7000-8000-000000000040',
  text: [
    'Kvittering for et ja (samtykke)',
    '',
    'Hvad handler det om? Visitationen må fortælle Børnehuset Solsikken om: svar og udfald.',
    'Hvorfor? Det er til svar til afsender i Familiestue.',
  ].join('\n'),
  record: {
    '@context': { dpv: 'https://w3id.org/dpv#', dct: 'http://purl.org/dc/terms/' },
    '@type': 'dpv:ConsentReceipt',
    'dct:conformsTo': { '@id': 'https://w3id.org/dpv/schema/dpv-27560#receipt-full' },
  },
};
