import type { Basis } from '../bases/basis.js';
import type { BasisGiver } from '../bases/basis-giver.js';

const schema = 'https://w3id.org/dpv/schema/dpv-27560#';
const context = {
  dpv: 'https://w3id.org/dpv#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  dct: 'http://purl.org/dc/terms/',
  dcat: 'http://www.w3.org/ns/dcat#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  helhed: 'urn:helhed:',
} as const;

const person = (id: string) => ({ '@id': `urn:uuid:${id}`, '@type': 'dpv:DataSubject' });
const unit = (code: string) => ({ '@id': `helhed:unit:${code}`, '@type': 'dpv:OrganisationalUnit' });
const onDay = (day: string) => ({ '@type': 'xsd:date', '@value': day });
const at = (instant: Date) => ({ '@type': 'xsd:dateTime', '@value': instant.toISOString() });

/** ISO/IEC TS 27560 in the terms of DPV; persons and units by id and code, and nobody's evidence. @param today ISO date */
export function receiptRecord(basis: Basis, municipality: string, today: string, now: Date): Record<string, unknown> {
  const { id, kind, givers } = basis;
  return {
    '@context': context,
    '@id': `helhed:receipt:${id}`,
    '@type': kind === 'consent' ? 'dpv:ConsentReceipt' : 'dpv:Record',
    'dct:conformsTo': { '@id': `${schema}receipt-full` },
    'dct:created': at(now),
    'dct:publisher': { '@id': `helhed:municipality:${municipality}` },
    'dpv:hasRecordOfActivity': {
      '@id': `helhed:basis:${id}`,
      '@type': kind === 'consent' ? 'dpv:ConsentRecord' : 'dpv:Record',
      'dct:identifier': id,
      'dct:conformsTo': { '@id': `${schema}record` },
      'dct:created': at(basis.recordedAt),
      'dpv:hasDataSubject': basis.persons.map(person),
      'dpv:hasDataController': { '@id': `helhed:municipality:${municipality}`, '@type': 'dpv:DataController' },
      'dpv:hasJurisdiction': 'DK',
      'dpv:hasApplicableLaw': { '@id': 'eu-gdpr:GDPR' },
      'dpv:hasLegalBasis': legalBasis(basis),
      'dpv:hasProcess': processOf(basis),
      'dpv:hasStatus': { '@id': `dpv:${statusOf(basis, today)}` },
      'dpv:hasConsentStatus': givers.map(statusOfGiver),
    },
  };
}

function processOf({ purpose, programme, categories, layer, fromUnit, toUnit, validFrom, validTo }: Basis) {
  return {
    '@type': 'dpv:Process',
    'dpv:hasPurpose': { '@id': `helhed:purpose:${purpose}`, '@type': 'dpv:Purpose' },
    'dpv:hasService': { '@id': `helhed:programme:${programme}`, '@type': 'dpv:Service' },
    'dpv:hasPersonalData': categories.map((code) => ({
      '@id': `helhed:category:${code}`,
      '@type': 'dpv:PersonalData',
    })),
    'dpv:hasProcessing': { '@id': layer === 'disclosure' ? 'dpv:Disclose' : 'dpv:Use' },
    'dpv:hasDataSource': unit(fromUnit),
    'dpv:hasRecipient': unit(toUnit),
    'dpv:hasDuration': {
      '@type': ['dpv:TemporalDuration', 'dct:PeriodOfTime'],
      'dcat:startDate': onDay(validFrom),
      ...(validTo !== null && { 'dcat:endDate': onDay(validTo) }),
    },
  };
}

function legalBasis({ kind, paragraph }: Basis) {
  const cited = paragraph === null ? {} : { 'dct:source': paragraph };
  if (kind === 'consent') return { '@type': 'dpv:Consent', ...cited };
  return { '@type': kind === 'vital-interest' ? 'dpv:VitalInterest' : 'dpv:LegalBasis', ...cited };
}

function statusOf(basis: Basis, today: string): string {
  if (basis.kind !== 'consent') return basis.isOver(today) ? 'ActivityCompleted' : 'ActivityOngoing';
  if (basis.ended === 'withdrawn') return 'ConsentWithdrawn';
  return basis.isOver(today) ? 'ConsentExpired' : 'ConsentGiven';
}

const statusOfGiver = ({ personId, how, givenOn, withdrawn, withdrawnAt }: BasisGiver) => ({
  '@type': withdrawn ? 'dpv:ConsentWithdrawn' : 'dpv:ConsentGiven',
  'dpv:isIndicatedBy': person(personId),
  'dpv:isIndicatedAtTime': withdrawnAt ? at(withdrawnAt) : onDay(givenOn),
  'dpv:hasIndicationMethod': how,
});
