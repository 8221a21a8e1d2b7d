import type { Text } from '@helhed/kernel';

/** What is told of a refusal that came before any of our own code, by its status. */
export const statusDetails: Readonly<Record<number, Text>> = {
  400: {
    da: 'Adressen eller anmodningens headere er ikke velformede.',
    en: 'The address or the headers of the request are not well formed.',
  },
  404: { da: 'Der er ingen rute på adressen.', en: 'There is no route at this address.' },
  408: { da: 'Anmodningen var ikke kommet helt frem i tide.', en: 'The whole request had not come in time.' },
  414: { da: 'En del af adressen er for lang.', en: 'A part of the address is too long.' },
  415: { da: 'Send application/json.', en: 'Send application/json.' },
  431: { da: 'Anmodningens headere er for store.', en: 'The headers of the request are too large.' },
};

/** @param limit of the route, in bytes */
export const bodyTooLarge = (limit: number): Text => ({
  da: `Ruten læser højst ${limit / 1024} KiB.`,
  en: `The route reads ${limit / 1024} KiB at most.`,
});

export const wrongMethod = (allowed: readonly string[]): Text => ({
  da: `Adressen svarer på: ${allowed.join(', ')}.`,
  en: `The address answers to: ${allowed.join(', ')}.`,
});
