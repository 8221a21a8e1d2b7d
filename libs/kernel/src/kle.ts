import { DomainError } from './domain-error.js';

declare const kle: unique symbol;

/**
 * A subject in KLE, the municipalities' common filing plan (*KL Emnesystematik*): main group, group and subject, two
 * digits each. Casework systems journal by it together with a facet, which tells what is done. Only the form is checked:
 * the plan itself comes out in a new edition every year.
 */
export type KleNumber = string & { readonly [kle]: 'number' };

/** What is done about a KLE subject: a letter and two digits. Example: `G01`. */
export type KleFacet = string & { readonly [kle]: 'facet' };

/** Example: `27.24.00`. */
export const kleNumberPattern = /^\d{2}\.\d{2}\.\d{2}$/;
/** Example: `G01`. */
export const kleFacetPattern = /^[A-ZÆØÅ]\d{2}$/;

export const isKleNumber = (text: string): text is KleNumber => kleNumberPattern.test(text);
export const isKleFacet = (text: string): text is KleFacet => kleFacetPattern.test(text);

/**
 * Reads both from the way that they are written together: `27.24.00 G01`, `27.24.00G01` or `27.24.00-G01`.
 * @throws DomainError `kle-invalid` for any other text
 */
export function parseKle(text: string): { readonly number: KleNumber; readonly facet: KleFacet } {
  const [, number = '', facet = ''] = /^(\S{8})[ -]?(\S{3})$/.exec(text.trim()) ?? [];
  if (isKleNumber(number) && isKleFacet(facet)) return { number, facet };
  throw new DomainError('invalid', 'kle-invalid', {
    da: 'Et KLE-emne skrives som 27.24.00 G01.',
    en: 'A KLE subject is written like 27.24.00 G01.',
  });
}
