import type { z } from 'zod';

declare const marked: unique symbol;

/** A command's answer that shows no section of anybody: ids, codes, dates of receipt, and what the act itself made. */
export type Frame<S extends z.ZodType = z.ZodType> = S & { readonly [marked]: true };

/** Fields of sections (docs/access.md, 4.1), whatever they are in. */
const ofSections: ReadonlySet<string> = new Set(
  (
    'facts parentsPart members triage history outcome nextOwner place position explanation waitingSince change households ' +
    'name birthDate custodyHolders holderId address eraseOn said how toldOn toldBy marks openTo evidence givers persons answers workPoints workPoint words ' +
    'notes enrolment enrolledOn memberId workPointId options actions setOn agreedOn leftOn programmeVersion filledOn parentId offeredOn ' +
    'answeredOn deleteOn personIds occasion filmedOn reference present takenOn clashes recordedOn language arrangement namedOn'
  ).split(' '),
);

/**
 * Marks what a command answers as a frame, so that its route can say so: the answer is sent only where it has these fields
 * and no others.
 * @throws Error where it has a field of a section: such an answer is decided
 */
export function frame<S extends z.ZodObject<z.ZodRawShape, z.core.$strict>>(schema: S): Frame<S> {
  const shown = Object.keys(schema.shape).filter((field) => ofSections.has(field));
  if (shown.length > 0) throw new Error(`no frame: it has ${shown.join(', ')} of a section`);
  return schema as Frame<S>;
}
