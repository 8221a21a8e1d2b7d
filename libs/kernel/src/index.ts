export { clientSecretIn, pagesClient, pagesSecretIn } from './client-secret.js';
export { Cpr } from './cpr.js';
export { addWorkingDays, isHoliday, isWorkingDay } from './danish-days.js';
export { DomainError, moved, notFound, type ErrorKind, type FieldError, type Text } from './domain-error.js';
export { holdsCpr, isCpr } from './holds-cpr.js';
export { isId, newId } from './ids.js';
export {
  isKleFacet,
  isKleNumber,
  kleFacetPattern,
  kleNumberPattern,
  parseKle,
  type KleFacet,
  type KleNumber,
} from './kle.js';
export { isMunicipalityCode, municipalityCode, municipalityName, type MunicipalityCode } from './municipality-code.js';
export { daysBetween, localDate, monotonicMs, systemClock, zone, type Clock } from './time.js';
