import { Looks, notAllowed, type Actor, type Look } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { DomainError, newId } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { reachFamily } from '../bases/reach.js';
import { recordedBy } from '../bases/recorded-by.js';
import { familyUnknown } from '../bases/refusals.js';
import { refuseNamed } from '../bases/refuse-named.js';
import { loadPeople } from '../cover/load-facts.js';
import { holdFacts } from '../cover/lock-facts.js';
import { holdersOn, isAdult } from '../cover/needed.js';
import { FamilyMember } from '../families/family-member.js';
import { acts } from './acts.js';
import { Orientation, reasonOf } from './orientation.js';
import type { RecordedOrientation, RecordOrientation as Answered } from './orientations.dto.js';

@Injectable()
export class RecordOrientation {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  async run(actor: Actor, answered: Answered): Promise<RecordedOrientation> {
    const { familyId } = answered;
    let fresh = false;
    const { id } = await this.database.createOnce(actor.municipality, async (tx) => {
      const orientation = await record(await this.looks.within(tx, actor, acts.record), answered);
      fresh = true;
      return { id: orientation.id };
    });
    // a repeat, perhaps days later: what let it be recorded must still be there
    if (!fresh) await this.looks.at(actor, { ...acts.record, mode: 'read' }, (look) => reachFamily(look, familyId));
    return { id, familyId };
  }
}

async function record(look: Look, answered: Answered): Promise<Orientation> {
  const { tx, actor } = look;
  const { manager, municipality } = tx;
  const { familyId, childId, parentId, askedOn, answeredOn, answer, paragraph } = answered;
  await holdFacts(tx);
  const members = await manager.findBy(FamilyMember, { municipality, familyId });
  if (members.length === 0) throw familyUnknown();
  await reachFamily(look, familyId);
  requireMayAnswer(actor, answer);
  await requireParentWithoutCustody(look, answered, members);
  const [id, by] = [newId(), recordedBy(actor)];
  const orientation = Orientation.of({
    municipality,
    id,
    familyId,
    childId,
    parentId,
    askedOn,
    answeredOn,
    answer,
    paragraph,
    categories: answered.answer === 'given' ? answered.categories : [],
    reason: answered.answer === 'given' ? null : tx.personalData.encrypt(municipality, reasonOf(id), answered.reason),
    recordedAt: tx.now,
    recordedBy: by.sub,
    recordedInUnit: by.unit,
    recordedInFunction: by.function,
  });
  await manager.insert(Orientation, orientation);
  look.log([familyId, childId, parentId]);
  return orientation;
}

/** To refuse is to decide: for those who decide in cases (docs/access.md, 3). @throws DomainError `not-allowed` */
function requireMayAnswer({ function: name = '' }: Actor, answer: Answered['answer']): void {
  if (answer === 'refused' && !['caseworker', 'social-worker'].includes(name)) throw notAllowed();
}

/**
 * A refusal is a look at the family, and names what is wrong only to whoever reaches custody; to others it is one and the
 * same (A-CON-19). @throws DomainError `not-a-member`, `holds-custody`
 */
async function requireParentWithoutCustody(
  look: Look,
  answered: Answered,
  members: readonly FamilyMember[],
): Promise<void> {
  const fault = await findFault(look.tx, answered, members);
  if (!fault) return;
  const { familyId, childId, parentId } = answered;
  const named = members.map(({ personId }) => personId).filter((id) => id === childId || id === parentId);
  await refuseNamed(look, familyId, { told: fault, category: 'custody', others: unfit(), persons: named });
}

async function findFault(
  tx: Tx,
  { childId, parentId }: Answered,
  members: readonly FamilyMember[],
): Promise<DomainError | undefined> {
  const { people, majority } = await loadPeople(tx, [childId, parentId]);
  const role = (person: string) => members.find(({ personId }) => personId === person)?.role;
  const isOfAge = (person: string) => isAdult(people.get(person)!, majority, tx.today);
  const faults = [
    ...(role(childId) === 'child' && !isOfAge(childId) ? [] : ['childId']),
    ...(role(parentId) !== undefined && isOfAge(parentId) ? [] : ['parentId']),
  ];
  if (faults.length > 0) return notAMember(faults);
  return holdersOn(people.get(childId)!, tx.today).includes(parentId) ? holdsCustody() : undefined;
}

const unfit = (): DomainError =>
  new DomainError('rule', 'not-a-member', {
    da: 'Det noteres om et barn i familien og en voksen i den, som ikke har forældremyndighed over barnet.',
    en: 'It is recorded of a child of the family, and an adult of it who holds no custody of the child.',
  });

const notAMember = (fields: readonly string[]): DomainError =>
  new DomainError(
    'rule',
    'not-a-member',
    {
      da: 'Barnet er ikke et barn i familien, eller forælderen ikke en voksen i den.',
      en: 'The child is no child of the family, or the parent no adult of it.',
    },
    fields.map((field) => ({ field, rule: 'not-a-member' })),
  );

const holdsCustody = (): DomainError =>
  new DomainError(
    'rule',
    'holds-custody',
    {
      da: 'Personen har forældremyndighed over barnet og har selv adgang.',
      en: 'The person holds custody of the child and has access.',
    },
    [{ field: 'parentId', rule: 'holds-custody' }],
  );
