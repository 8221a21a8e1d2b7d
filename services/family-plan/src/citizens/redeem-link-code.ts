import { CitizenLink, type Actor } from '@helhed/access';
import { CitizenLinked } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { newId, notFound } from '@helhed/kernel';
import { getGroundRules, valueOn } from '@helhed/programmes';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { alreadyLinked, employeeAccount, tooManyAttempts } from './link-refusals.js';
import { LinkAttempts } from './link-attempts.js';
import { LinkCode } from './link-code.js';
import { toLinkView, type LinkView } from './links.dto.js';
import { hashOfCode } from './one-time-code.js';

@Injectable()
export class RedeemLinkCode {
  constructor(private readonly database: Database) {}

  /** A wrong code, a used one and one that has expired are one answer; the attempt is counted, and committed, first. */
  async run(actor: Actor, given: string): Promise<LinkView> {
    if (actor.employee) throw employeeAccount();
    const link = await this.database.inTransaction(actor.municipality, async (tx) => {
      const attempts = await lockAttempts(tx, actor.sub);
      const { minutes, most } = limits(tx.today);
      if (attempts.isTooMany(tx.now, most, minutes)) throw tooManyAttempts();
      const code = await lockCode(tx, given);
      if (!code?.isGood(tx.now)) {
        attempts.fail(tx.now, minutes);
        await tx.manager.save(attempts);
        return undefined;
      }
      return linkTo(tx, actor.sub, code);
    });
    if (!link) throw notFound({ da: 'Koden', en: 'The code' });
    return toLinkView(link);
  }
}

async function linkTo(tx: Tx, sub: string, code: LinkCode): Promise<CitizenLink> {
  const { manager, municipality, today } = tx;
  const { personId } = code;
  const current = { municipality, endedOn: IsNull() };
  if (
    await manager.existsBy(CitizenLink, [
      { ...current, sub },
      { ...current, personId },
    ])
  )
    throw alreadyLinked();
  code.use(tx.now);
  await manager.save(code);
  await manager.delete(LinkAttempts, { municipality, sub });
  const link = manager.create(CitizenLink, {
    municipality,
    id: newId(),
    personId,
    sub,
    linkedOn: today,
    endedOn: null,
  });
  await manager.insert(CitizenLink, link);
  tx.emit(CitizenLinked, { linkId: link.id, personId, sub, linkedOn: today });
  tx.log({ kind: 'command', act: 'link.redeem', subjects: [personId] });
  return link;
}

function limits(today: string): { minutes: number; most: number } {
  const { minutes, attempts } = getGroundRules().linkCode;
  return { minutes: valueOn(minutes, today), most: valueOn(attempts, today) };
}

/** An account's guesses take turns, so that none is uncounted. */
async function lockAttempts({ manager, municipality, now }: Tx, sub: string): Promise<LinkAttempts> {
  const row = { municipality, sub, failed: 0, since: now };
  await manager.createQueryBuilder().insert().into(LinkAttempts).values(row).orIgnore().execute();
  const lock = { mode: 'pessimistic_write' } as const;
  return manager.findOneOrFail(LinkAttempts, { where: { municipality, sub }, lock });
}

/** Two who hold the same code take turns too: the second finds it used. */
const lockCode = ({ manager, municipality, personalData }: Tx, given: string): Promise<LinkCode | null> =>
  manager.findOne(LinkCode, {
    where: { municipality, codeHash: hashOfCode(personalData, municipality, given) },
    lock: { mode: 'pessimistic_write' },
  });
