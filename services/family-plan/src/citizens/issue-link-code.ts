import { Looks, type Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { DomainError, newId } from '@helhed/kernel';
import { getGroundRules, valueOn } from '@helhed/programmes';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { acts } from '../acts.js';
import { ReachPerson } from '../families/reach-person.js';
import { hasReached } from '../persons/age.js';
import { Person } from '../persons/person.js';
import { hashOfCode, newCode } from './one-time-code.js';
import { LinkCode } from './link-code.js';
import type { LinkCodeView } from './links.dto.js';

@Injectable()
export class IssueLinkCode {
  constructor(
    private readonly database: Database,
    private readonly persons: ReachPerson,
    private readonly looks: Looks,
  ) {}

  /**
   * The code is in this answer and nowhere else: a repeat of the request gets the rest, where the person is still reached.
   * Of a person’s codes the latest opens alone.
   */
  async run(actor: Actor, personId: string): Promise<LinkCodeView> {
    const { municipality } = actor;
    let made: LinkCodeView | undefined;
    const { id } = await this.database.createOnce(municipality, async (tx) => {
      const { person, roles, familyIds } = await this.persons.run(tx, actor, acts.issueLinkCode, personId);
      const age = valueOn(getGroundRules().ages.ownAccess, tx.today);
      const birthDate = person.openBirthDate(tx.personalData);
      if (!roles.every((role) => hasReached(age, birthDate, role, tx.today))) {
        // it tells how old the person is: a look, in the log though no code was issued
        tx.log({ kind: 'look', act: acts.issueLinkCode.act, subjects: [personId, ...familyIds] });
        tx.keepLooks();
        throw tooYoung();
      }
      made = await issue(tx, personId);
      tx.log({ kind: 'command', act: 'link-code.issue', subjects: [personId, ...familyIds] });
      return { id: made.id };
    });
    return made?.id === id ? made : this.#again(actor, personId, id);
  }

  async #again(actor: Actor, personId: string, id: string): Promise<LinkCodeView> {
    const read = { ...acts.issueLinkCode, mode: 'read' } as const;
    return this.looks.at(actor, read, async (look) => {
      const { familyIds } = await this.persons.run(look.tx, actor, read, personId);
      look.log([personId, ...familyIds]);
      const { municipality } = actor;
      const { expiresAt } = await look.tx.manager.findOneByOrFail(LinkCode, { municipality, id, personId });
      return { id, personId, code: null, expiresAt: expiresAt.toISOString() };
    });
  }
}

async function issue({ manager, municipality, personalData, now, today }: Tx, personId: string): Promise<LinkCodeView> {
  const [id, code] = [newId(), newCode()];
  const minutes = valueOn(getGroundRules().linkCode.minutes, today);
  const codeHash = hashOfCode(personalData, municipality, code);
  const expiresAt = new Date(now.getTime() + minutes * 60_000);
  // whoever issues a code at the same time waits here, and makes this one void
  await manager.findOne(Person, { where: { municipality, id: personId }, lock: { mode: 'pessimistic_write' } });
  const open = await manager.findBy(LinkCode, { municipality, personId, expiresAt: MoreThan(now) });
  for (const earlier of open) earlier.void(now);
  await manager.save(open);
  await manager.insert(LinkCode, { municipality, id, personId, codeHash, expiresAt, usedAt: null });
  return { id, personId, code, expiresAt: expiresAt.toISOString() };
}

const tooYoung = (): DomainError =>
  new DomainError('rule', 'too-young', {
    da: 'Personen er under alderen for egen adgang.',
    en: 'The person is below the age of own access.',
  });
