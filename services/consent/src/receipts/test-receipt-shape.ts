import { z } from 'zod';

/**
 * What a receipt holds of the fields of ISO/IEC TS 27560, by their names in the guide of the Data Privacy Vocabulary
 * (https://w3id.org/dpv/guides/consent-27560), and nothing else. A term that is not here is one that nobody agreed on.
 */
const iri = (start: string) => z.string().startsWith(start);
const named = (start: string) => z.strictObject({ '@id': iri(start) });
const typed = (start: string, type: string) => z.strictObject({ '@id': iri(start), '@type': z.literal(type) });
const instant = z.strictObject({ '@type': z.literal('xsd:dateTime'), '@value': z.iso.datetime() });
const day = z.strictObject({ '@type': z.literal('xsd:date'), '@value': z.iso.date() });
const someone = typed('urn:uuid:', 'dpv:DataSubject');
const unit = typed('helhed:unit:', 'dpv:OrganisationalUnit');
const manyOf = <T extends z.ZodType>(each: T) => z.array(each).min(1);

const period = z.strictObject({
  '@type': z.tuple([z.literal('dpv:TemporalDuration'), z.literal('dct:PeriodOfTime')]),
  'dcat:startDate': day,
  'dcat:endDate': day.optional(),
});
const process = z.strictObject({
  '@type': z.literal('dpv:Process'),
  'dpv:hasPurpose': typed('helhed:purpose:', 'dpv:Purpose'),
  'dpv:hasService': typed('helhed:programme:', 'dpv:Service'),
  'dpv:hasPersonalData': manyOf(typed('helhed:category:', 'dpv:PersonalData')),
  'dpv:hasProcessing': z.strictObject({ '@id': z.enum(['dpv:Disclose', 'dpv:Use']) }),
  'dpv:hasDataSource': unit,
  'dpv:hasRecipient': unit,
  'dpv:hasDuration': period,
});
const indication = z.strictObject({
  '@type': z.enum(['dpv:ConsentGiven', 'dpv:ConsentWithdrawn']),
  'dpv:isIndicatedBy': someone,
  'dpv:isIndicatedAtTime': z.union([instant, day]),
  'dpv:hasIndicationMethod': z.enum(['spoken', 'paper', 'written']),
});

const receiptOf = (isConsent: boolean) =>
  z.strictObject({
    '@context': z.record(z.string(), z.url()),
    '@id': iri('helhed:receipt:'),
    '@type': z.literal(isConsent ? 'dpv:ConsentReceipt' : 'dpv:Record'),
    'dct:conformsTo': named('https://w3id.org/dpv/schema/dpv-27560#receipt-full'),
    'dct:created': instant,
    'dct:publisher': named('helhed:municipality:'),
    'dpv:hasRecordOfActivity': z.strictObject({
      '@id': iri('helhed:basis:'),
      '@type': z.literal(isConsent ? 'dpv:ConsentRecord' : 'dpv:Record'),
      'dct:identifier': z.uuid(),
      'dct:conformsTo': named('https://w3id.org/dpv/schema/dpv-27560#record'),
      'dct:created': instant,
      'dpv:hasDataSubject': manyOf(someone),
      'dpv:hasDataController': typed('helhed:municipality:', 'dpv:DataController'),
      'dpv:hasJurisdiction': z.literal('DK'),
      'dpv:hasApplicableLaw': z.strictObject({ '@id': z.literal('eu-gdpr:GDPR') }),
      'dpv:hasLegalBasis': z.strictObject({
        '@type': isConsent ? z.literal('dpv:Consent') : z.enum(['dpv:VitalInterest', 'dpv:LegalBasis']),
        'dct:source': isConsent ? z.string().min(1).optional() : z.string().min(1),
      }),
      'dpv:hasProcess': process,
      'dpv:hasStatus': z.strictObject({
        '@id': isConsent
          ? z.enum(['dpv:ConsentGiven', 'dpv:ConsentWithdrawn', 'dpv:ConsentExpired'])
          : z.enum(['dpv:ActivityOngoing', 'dpv:ActivityCompleted']),
      }),
      'dpv:hasConsentStatus': isConsent ? manyOf(indication) : z.array(indication).length(0),
    }),
  });

export const receipt = { ofConsent: receiptOf(true), ofOther: receiptOf(false) };

/**
 * Keys, types and ids whose prefix the context does not have, and keys without one: who expands the JSON-LD drops those,
 * with all that is below them.
 */
export function droppedTerms(value: unknown, context: Readonly<Record<string, unknown>>): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => droppedTerms(each, context));
  if (typeof value !== 'object' || value === null) return [];
  const isTerm = (text: string) => text.startsWith('urn:') || text.startsWith('https://') || prefixOf(text) in context;
  return Object.entries(value).flatMap(([key, below]) => {
    if (key === '@context' || key === '@value') return [];
    const named = key === '@type' || key === '@id' ? [below].flat().map(String) : [key];
    const terms = named.filter((text) => !isTerm(text));
    return [...terms, ...(key.startsWith('@') ? [] : droppedTerms(below, context))];
  });
}

const prefixOf = (text: string): string => text.slice(0, Math.max(0, text.indexOf(':')));
