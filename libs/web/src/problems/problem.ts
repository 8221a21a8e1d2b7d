import { accessProblems } from '@helhed/access';
import type { Text } from '@helhed/kernel';
import { z } from 'zod';
import { type Failure, failureOfStatus } from './failure.js';
import { mostErrors } from '../validation/field-errors.js';
import { generalProblems, type ProblemType, type ProblemTypes } from './problem-types.js';

const text = z.strictObject({ da: z.string(), en: z.string() });

/** RFC 9457, with both languages beside the one that was asked for. */
export const Problem = z
  .looseObject({
    type: z.string().describe('The address of a page about this kind of problem.'),
    title: z.string().describe('In the language that Accept-Language asks for, English unless it says da.'),
    titles: text,
    status: z.int(),
    detail: z.string().optional().describe('What was wrong with this request.'),
    details: text.optional(),
    instance: z.string().describe('The request, as the service’s log knows it.'),
    errors: z
      .array(z.strictObject({ field: z.string(), rule: z.string(), message: text.optional() }))
      .max(mostErrors)
      .optional()
      .describe('The fields at fault and the rule that each breaks, twenty at most.'),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof Problem>;

/** A service's problem types: the general ones and its own. */
export class ProblemCatalogue {
  readonly types: ProblemTypes;

  constructor(
    readonly service: string,
    own: ProblemTypes = {},
  ) {
    this.types = { ...generalProblems, ...accessProblems, ...own };
  }

  find(slug: string): ProblemType | undefined {
    return Object.hasOwn(this.types, slug) ? this.types[slug] : undefined;
  }

  /** @param language what `title` and `detail` are written in; both languages stand in `titles` and `details` */
  write(failure: Failure, requestId: string, language: keyof Text): Problem {
    const { status, problem, detail, fields, extension } = failure;
    const { title } = this.find(problem) ?? { title: generalTitle(status) };
    return {
      ...extension,
      type: `/${this.service}/problems/${problem}`,
      title: title[language],
      titles: title,
      status,
      ...(detail ? { detail: detail[language], details: detail } : {}),
      instance: `urn:uuid:${requestId}`,
      ...(fields && fields.length > 0 ? { errors: fields.slice(0, mostErrors) } : {}),
    };
  }
}

// A service that forgot to describe a problem still answers with a title that fits the status.
function generalTitle(status: number): Text {
  const { problem } = failureOfStatus(status);
  return (generalProblems[problem as keyof typeof generalProblems] ?? generalProblems.rule).title;
}

/** The first of the two languages in `Accept-Language`, English when it names neither. */
export function languageOf(header: string | undefined): keyof Text {
  if (header === undefined) return 'en';
  const [da, en] = [header.search(/\bda\b/i), header.search(/\ben\b/i)];
  return da !== -1 && (en === -1 || da < en) ? 'da' : 'en';
}
