import { CitizenLink, type Actor } from '@helhed/access';
import { CitizenUnlinked } from '@helhed/contracts';
import { Database } from '@helhed/database';
import { DomainError, notFound } from '@helhed/kernel';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { toLinkView, type LinkView } from './links.dto.js';

@Injectable()
export class EndLink {
  constructor(private readonly database: Database) {}

  /** A citizen ends the own link; an administrator any. */
  async run(actor: Actor, id: string, version: number): Promise<LinkView> {
    const { municipality } = actor;
    return this.database.inTransaction(municipality, async (tx) => {
      const own = actor.kind === 'citizen' ? { sub: actor.sub } : {};
      const lock = { mode: 'pessimistic_write' } as const;
      const link = await tx.manager.findOne(CitizenLink, { where: { municipality, id, ...own }, lock });
      if (!link) throw notFound({ da: 'Det, der er bedt om,', en: 'What was asked for' });
      requireVersion(toLinkView(link), version);
      if (!link.end(tx.today)) throw alreadyEnded();
      await tx.manager.save(link);
      const { personId, sub } = link;
      tx.emit(CitizenUnlinked, { linkId: id, personId, sub, endedOn: tx.today });
      tx.log({ kind: 'command', act: 'link.end', subjects: [personId] });
      return toLinkView(link);
    });
  }
}

const alreadyEnded = (): DomainError =>
  new DomainError('conflict', 'already-ended', { da: 'Det er allerede ophørt.', en: 'It has ended already.' });
