import { DomainError, type FieldError } from '@helhed/kernel';
import type { SetRelation } from './relations.dto.js';

/** @throws DomainError `relation-incomplete`, naming every field at fault (A-FAM-12) */
export function requireComplete(wish: SetRelation & { readonly from: string }): void {
  const faults = [...namingFaults(wish)];
  if (wish.kind === 'coordinator' && wish.function !== undefined && wish.function !== 'family-coordinator')
    faults.push({ field: 'function', ...notCoordinator });
  if (wish.to !== undefined && wish.to <= wish.from) faults.push({ field: 'to', ...notAfterStart });
  if (faults.length > 0) throw incomplete(faults);
}

/** An institution is a unit and a child, a partner a function in a unit, everybody else a person in a function. */
function* namingFaults({ kind, sub, function: name, personId }: SetRelation): Generator<FieldError> {
  if (kind === 'institution') {
    if (sub !== undefined) yield { field: 'sub', ...notOfInstitution };
    if (name !== undefined) yield { field: 'function', ...notOfInstitution };
    if (personId === undefined) yield { field: 'personId', ...required(whichChild) };
    return;
  }
  if (kind === 'partner' && sub !== undefined) yield { field: 'sub', ...notOfPartner };
  if (kind !== 'partner' && sub === undefined) yield { field: 'sub', ...required(who) };
  if (name === undefined) yield { field: 'function', ...required(inWhich) };
  if (personId !== undefined) yield { field: 'personId', ...ofInstitution };
}

const required = (message: FieldError['message']) => ({ rule: 'required', message });
const who = { da: 'Sig, hvem det er.', en: 'Say who it is.' };
const inWhich = { da: 'Sig, i hvilken funktion.', en: 'Say in which function.' };
const whichChild = { da: 'Sig, hvilket barn det er.', en: 'Say which child it is.' };
const notOfPartner = {
  rule: 'not-of-partner',
  message: { da: 'En samarbejdspartner er en funktion i en enhed.', en: 'A partner is a function in a unit.' },
};
const notOfInstitution = {
  rule: 'not-of-institution',
  message: { da: 'En institution er en enhed og et barn.', en: 'An institution is a unit and a child.' },
};
const ofInstitution = {
  rule: 'of-institution',
  message: { da: 'Kun en institution nævner et barn.', en: 'Only an institution names a child.' },
};
const notCoordinator = {
  rule: 'not-coordinator',
  message: {
    da: 'En familiekoordinator har funktionen family-coordinator.',
    en: 'A family coordinator holds the function family-coordinator.',
  },
};
const notAfterStart = {
  rule: 'not-after-start',
  message: { da: 'Slutdagen skal være efter startdagen.', en: 'The end must be after the start.' },
};

const incomplete = (fields: readonly FieldError[]): DomainError =>
  new DomainError(
    'rule',
    'relation-incomplete',
    { da: 'Oplysningerne hænger ikke sammen.', en: 'What is told does not hang together.' },
    fields,
  );
