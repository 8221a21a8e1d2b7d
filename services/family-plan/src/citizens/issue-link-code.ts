import type { Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { DomainError, newId } from '@helhed/kernel';
import { getGroundRules, valueOn } from '@helhed/programmes';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { ReachPerson } from '../families/reach-person.js';
import { hasReached } from '../persons/age.js';
import { hashOfCode, newCode } from './one-time-code.js';
import { LinkCode } from './link-code.js';
import type { LinkCodeView } from './links.dto.js';

@Injectable()
export class IssueLinkCode {
  constructor(
    private readonly database: Database,
    private readonly persons: ReachPerson,
  ) {}

  /** The code is in this answer and nowhere else: a repeat of the request gets the rest. */
  async run(actor: Actor, personId: string): Promise<LinkCodeView> {
    const { municipality } = actor;
    let made: { id: string; code: string } | undefined;
    const { id } = await this.database.createOnce(municipality, async (tx) => {
      const { person, roles, familyIds } = await this.persons.run(tx, actor, acts.issueLinkCode, personId);
      const age = valueOn(getGroundRules().ages.ownAccess, tx.today);
      const birthDate = person.openBirthDate(tx.personalData);
      if (!roles.every((role) => hasReached(age, birthDate, role, tx.today))) throw tooYoung();
      made = await issue(tx, personId);
      tx.log({ kind: 'command', act: 'link-code.issue', subjects: [personId, ...familyIds] });
      return { id: made.id };
    });
    const code = made?.id === id ? made.code : null;
    return this.database.inTransaction(municipality, async ({ manager }) => {
      const { expiresAt } = await manager.findOneByOrFail(LinkCode, { municipality, id });
      return { id, personId, code, expiresAt: expiresAt.toISOString() };
    });
  }
}

async function issue({ manager, municipality, personalData, now, today }: Tx, personId: string) {
  const [id, code] = [newId(), newCode()];
  const minutes = valueOn(getGroundRules().linkCode.minutes, today);
  const codeHash = hashOfCode(personalData, municipality, code);
  const expiresAt = new Date(now.getTime() + minutes * 60_000);
  await manager.insert(LinkCode, { municipality, id, personId, codeHash, expiresAt, usedAt: null });
  return { id, code };
}

const tooYoung = (): DomainError =>
  new DomainError('rule', 'too-young', {
    da: 'Personen er under alderen for egen adgang.',
    en: 'The person is below the age of own access.',
  });
