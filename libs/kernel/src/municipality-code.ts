import { DomainError } from './domain-error.js';
import { municipalities } from './municipalities.js';

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

/** The municipality's name in Danish, or undefined for a code of none: an invented one, which a story or test may run. */
export const municipalityName = (code: string): string | undefined =>
  Object.hasOwn(municipalities, code) ? municipalities[code] : undefined;
