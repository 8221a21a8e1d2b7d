import { DomainError } from './domain-error.js';

declare const municipality: unique symbol;

/** The four-digit code of a Danish municipality: the tenant. Example: `0450` Nyborg. */
export type MunicipalityCode = string & { readonly [municipality]: true };

export const isMunicipalityCode = (text: string): text is MunicipalityCode => /^\d{4}$/.test(text);

/** @throws DomainError `municipality-invalid` unless the text is four digits */
export function municipalityCode(text: string): MunicipalityCode {
  if (isMunicipalityCode(text)) return text;
  throw new DomainError('invalid', 'municipality-invalid', {
    da: 'En kommunekode er fire cifre.',
    en: 'A municipality code is four digits.',
  });
}
