import type { ProgrammeDefinition } from '@helhed/contracts';
import { DomainError, type FieldError } from '@helhed/kernel';
import type { Intake } from './intake.dto.js';

type Required = ProgrammeDefinition['mayRefer']['parentsPart'];

const what = ['how', 'on', 'agreed'] as const;

/**
 * A professional refers a family together with its parents: the part of each (or of one, as the programme says) is
 * recorded, and they agree.
 * @throws DomainError `parents-part-missing` saying whose and what, or `parents-part-not-agreed`
 */
export function requireParentsPart(required: Required, { members, parentsPart }: Intake): void {
  if (required === 'none') return;
  const parents = members.flatMap(({ ref, role }) => (role === 'parent' ? [ref] : []));
  const missing = parents.filter((ref) => !parentsPart.some(({ parent }) => parent === ref));
  const enough = required === 'every-parent' ? missing.length === 0 : missing.length < parents.length;
  if (parents.length === 0 || !enough) throw partMissing(missing);
  const refused = parentsPart.flatMap(({ agreed }, index) => (agreed ? [] : [index]));
  const agreed = required === 'every-parent' ? refused.length === 0 : refused.length < parentsPart.length;
  if (!agreed) throw notAgreed(refused);
}

function partMissing(missing: readonly string[]): DomainError {
  const message = {
    da: 'En forælders del mangler: hvordan, hvornår, enig eller ej.',
    en: "A parent's part is missing: how, when, agreed or not.",
  };
  const nobody: FieldError = {
    field: 'members',
    rule: 'parent-required',
    message: { da: 'Ingen forælder er nævnt.', en: 'No parent is named.' },
  };
  const part: FieldError = { field: 'parentsPart', rule: 'parents-part-missing', message };
  return new DomainError(
    'rule',
    'parents-part-missing',
    {
      da: 'Forældrenes del i indstillingen mangler; `missing` siger hvis og hvad.',
      en: "The parents' part in the referral is missing; `missing` says whose and what.",
    },
    [missing.length > 0 ? part : nobody],
    { missing: missing.map((parent) => ({ parent, what })) },
  );
}

const notAgreed = (parts: readonly number[]): DomainError =>
  new DomainError(
    'rule',
    'parents-part-not-agreed',
    {
      da: 'En forælder er ikke enig. Familien kan ikke indstilles uden forældrene.',
      en: 'A parent does not agree. The family cannot be referred without its parents.',
    },
    parts.map((index) => ({
      field: `parentsPart.${index}.agreed`,
      rule: 'not-agreed',
      message: { da: 'Forælderen er ikke enig.', en: 'The parent does not agree.' },
    })),
  );
