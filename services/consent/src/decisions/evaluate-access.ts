import { Looks, type Actor, type Look } from '@helhed/access';
import { Injectable } from '@nestjs/common';
import { acts } from './acts.js';
import {
  isSingle,
  questionsOf,
  type EvaluationRequest,
  type EvaluationsRequest,
  type Semantic,
} from './authzen.dto.js';
import { actsOn, findAct, isResourceType } from './decidable-acts.js';
import { decideOn, requireUnbarred } from './decide-on.js';
import { evaluate, evaluation, type Evaluation } from './evaluation.js';
import { isAllowed, isSelf, requireSelf, subjectOf } from './subject.js';
import { things } from './things.js';

type Question = Omit<EvaluationRequest, 'context'>;

const isEnough: Record<Semantic, (answer: Evaluation) => boolean> = {
  execute_all: () => false,
  deny_on_first_deny: ({ decision }) => !decision,
  permit_on_first_permit: ({ decision }) => decision,
};

@Injectable()
export class EvaluateAccess {
  constructor(private readonly looks: Looks) {}

  /** @throws DomainError `subject-not-self` */
  one(asker: Actor, question: Question): Promise<Evaluation> {
    return this.looks.at(asker, acts.evaluate, (look) => this.answer(look, asker, question));
  }

  /** As many as were asked, in their order, or up to the first that is enough. @throws DomainError `subject-not-self` */
  many(asker: Actor, asked: EvaluationsRequest): Promise<Evaluation | { evaluations: Evaluation[] }> {
    const questions = questionsOf(asked) as Question[]; // the schema has seen to what is missing
    const enough = isEnough[asked.options?.evaluations_semantic ?? 'execute_all'];
    return this.looks.at(asker, acts.evaluate, async (look) => {
      for (const { subject } of questions) requireSelf(subjectOf(subject, asker), asker);
      const evaluations: Evaluation[] = [];
      for (const question of questions) {
        const answer = await this.answer(look, asker, question);
        evaluations.push(answer);
        if (enough(answer)) break;
      }
      return isSingle(asked) ? evaluations[0]! : { evaluations };
    });
  }

  /** The acts on the thing that somebody may do, by name. @throws DomainError `subject-not-self` */
  actions(asker: Actor, { subject, resource }: Omit<Question, 'action'>): Promise<string[]> {
    return this.looks.at(asker, acts.searchAction, async (look) => {
      requireSelf(subjectOf(subject, asker), asker);
      const may: string[] = [];
      for (const { act } of actsOn(resource.type)) {
        const { decision } = await this.answer(look, asker, { subject, resource, action: { name: act } });
        if (decision) may.push(act);
      }
      if (may.length === 0) look.settledBy('nothing');
      return may.toSorted();
    });
  }

  private async answer(look: Look, asker: Actor, { subject: of, resource, action }: Question): Promise<Evaluation> {
    const subject = subjectOf(of, asker);
    requireSelf(subject, asker);
    const act = findAct(resource.type, action.name);
    if (!subject || !act || !isResourceType(resource.type)) return outright(look, 'not-found');
    if (!isAllowed(act, subject, asker)) return outright(look, 'not-allowed');
    const found = await decideOn(look, act, subject, resource.type, resource.id.toLowerCase());
    if (!found) return outright(look, 'not-found');
    if (!isSelf(subject, asker)) await requireUnbarred(look, things[resource.type], resource.id.toLowerCase());
    const { decision, facts } = found;
    if (decision.relations.length > 0 && facts.familyId) look.log([facts.familyId]);
    return evaluate(act, decision, facts, { category: categoryIn(resource) });
  }
}

/** Before anything was looked at, or where nothing is there. */
function outright(look: Look, reason: Parameters<typeof evaluation>[0]): Evaluation {
  look.settledBy('nothing');
  return evaluation(reason);
}

export function categoryIn({ properties }: { readonly properties?: Record<string, unknown> | undefined }) {
  const category = properties?.['category'];
  // one that is no text names no category, and so shows nothing
  return category === undefined || typeof category === 'string' ? category : '';
}
