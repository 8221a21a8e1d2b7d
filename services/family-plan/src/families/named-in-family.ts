import type { Look } from '@helhed/access';
import { DomainError } from '@helhed/kernel';
import { getGroundRules, valueOn } from '@helhed/programmes';
import { hasReached } from '../persons/age.js';
import { Person } from '../persons/person.js';
import { FamilyMember } from './family-member.js';
import { familyThing } from './family-thing.js';
import { findParents } from './find-parents.js';
import { findFamilyRow } from './look-at-family.js';

/** Whom a command names of a family, and as what. */
interface Named {
  readonly members?: readonly string[];
  readonly children?: readonly string[];
  readonly parents?: readonly string[];
}

/**
 * A-CMD-02: whom the command names is judged for whoever would be shown who is in the family; that refusal tells something of
 * it, and is in the log as a look. To others every name is one and the same refusal, which tells nothing and is no look.
 * @throws DomainError `not-a-member` (422) unless each belongs to the family in that way; `consent-unavailable` (503) while
 * nobody can say whether who is in it may still be shown
 */
export async function requireNamed(look: Look, familyId: string, named: Named): Promise<void> {
  const { members = [], children = [], parents = [] } = named;
  const persons = [...members, ...children, ...parents];
  if (persons.length === 0) return;
  if (!(await isJudged(look, familyId, persons))) throw notAMember();
  const { tx } = look;
  const { manager, municipality } = tx;
  const family = await manager.findBy(FamilyMember, { municipality, familyId });
  const known = persons.filter((person) => family.some(({ personId }) => personId === person));
  const asked = parents.length > 0 ? await findParents(tx, familyId) : [];
  const areChildren = await Promise.all(children.map((child) => isChild(look, family, child)));
  const fits = areChildren.every(Boolean) && parents.every((parent) => asked.includes(parent));
  if (fits && known.length === persons.length) return;
  look.log([familyId, ...known]);
  tx.keepLooks();
  throw notAMember();
}

/**
 * The same where the command's effect or refusal tells who holds custody of the child: it is taken from whoever would be shown
 * that too. @throws DomainError as above
 */
export async function requireToldCustody(look: Look, familyId: string, childId: string): Promise<void> {
  const query = look.query(familyThing, ['family.custody']);
  const row = await findFamilyRow(look, query, familyId);
  if (!row || !look.isShown(query, row.facts, 'family.custody', childId)) throw notAMember();
}

/** Whether it is told who is in the family. @throws DomainError `consent-unavailable` as above */
export const isToldWho = (look: Look, familyId: string): Promise<boolean> => isJudged(look, familyId, []);

/** The parents, where they are told (A-CMD-02). @throws DomainError `consent-unavailable` as above */
export const findParentsTold = async (look: Look, familyId: string): Promise<string[] | undefined> =>
  (await isToldWho(look, familyId)) ? findParents(look.tx, familyId) : undefined;

/** Whether it is told of these who of them is in the family: by a basis that holds, or by what nobody can take back. */
async function isJudged(look: Look, familyId: string, persons: readonly string[]): Promise<boolean> {
  const query = look.query(familyThing, ['family.structure']);
  const row = await findFamilyRow(look, query, familyId);
  if (!row) return false;
  const { relations } = query.decide(row.facts);
  // whoever leads the programme is shown nobody, names only the child of an institution's row, and has no basis to lose
  if (relations.includes('lead')) return true;
  if (relations.includes('institution') && (await attend(look, familyId, persons))) return true;
  return look.isShown(query, row.facts, 'family.structure');
}

/** Whether the actor's unit is the institution of each of them: the row that ties it to the family names the child. */
async function attend({ tx, actor }: Look, familyId: string, persons: readonly string[]): Promise<boolean> {
  if (persons.length === 0) return false;
  const rows = await tx.query<{ child: string }>(
    `SELECT r.person_id AS child FROM relation r WHERE r.municipality = helhed.tenant() AND r.family_id = $1
     AND r.kind = 'institution' AND r.unit = $2 AND r.from_date <= $3 AND (r.to_date IS NULL OR $3 < r.to_date)`,
    [familyId, actor.unit, tx.today],
  );
  return persons.every((person) => rows.some(({ child }) => child === person));
}

/** Today: docs/access.md 1.4. */
async function isChild({ tx }: Look, family: readonly FamilyMember[], id: string): Promise<boolean> {
  const { manager, municipality, personalData, today } = tx;
  const member = family.find(({ personId }) => personId === id);
  const person = member && (await manager.findOneBy(Person, { municipality, id }));
  const majority = valueOn(getGroundRules().ages.majority, today);
  return !!person && !hasReached(majority, person.openBirthDate(personalData), member.role, today);
}

const notAMember = (): DomainError =>
  new DomainError('rule', 'not-a-member', {
    da: 'Personen hører ikke til familien på den måde.',
    en: 'The person does not belong to the family in that way.',
  });
