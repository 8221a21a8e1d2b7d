import type { Actor, Look } from '@helhed/access';
import { PrivacyNoticeRecorded } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { chooseProgramme } from '../child-views/choose-programme.js';
import { requireNamed } from '../families/named-in-family.js';
import { ReachFamily } from '../families/reach-family.js';
import { findVersionOn } from '../programmes/programme-copy.js';
import { sealNote } from './privacy-notice-note.js';
import { PrivacyNotice, requireWhole } from './privacy-notice.js';
import type { PrivacyNoticeReceipt, RecordPrivacyNotice as Told } from './privacy-notices.dto.js';

@Injectable()
export class RecordPrivacyNotice {
  constructor(
    private readonly database: Database,
    private readonly families: ReachFamily,
  ) {}

  /** @throws DomainError `family-unknown`, `not-a-member`, `programme-unknown`, `programme-required`, `privacy-notice-incomplete` */
  async run(actor: Actor, told: Told): Promise<PrivacyNoticeReceipt> {
    const { municipality } = actor;
    let made: PrivacyNotice | undefined;
    const { id } = await this.database.createOnce(municipality, async (tx) => {
      const look = await this.families.named(tx, actor, acts.recordPrivacyNotice, told.familyId);
      await requireNamed(look, told.familyId, { members: [told.personId] });
      made = await this.#record(look, told);
      tx.log({ kind: 'command', act: 'privacy-notice.record', subjects: [told.familyId, told.personId] });
      return { id: made.id };
    });
    // a repeat that lost a race made one too, and it was rolled back
    if (made?.id === id) return { id, familyId: made.familyId };
    const find = ({ manager }: Tx) => manager.findOneBy(PrivacyNotice, { municipality, id });
    return { id, familyId: (await this.families.again(actor, acts.recordPrivacyNotice, find)).familyId };
  }

  async #record(look: Look, told: Told): Promise<PrivacyNotice> {
    const { tx, actor } = look;
    const { municipality, today, personalData } = tx;
    const { familyId, personId } = told;
    const programme = await chooseProgramme(look, familyId, told.programme);
    requireWhole(told, today);
    const id = newId();
    const given = told.outcome === 'given';
    const toldOn = given ? told.on : today;
    // the family's row is locked: nobody else counts meanwhile
    const before = await tx.manager.countBy(PrivacyNotice, { municipality, familyId, personId, programme });
    const notice = PrivacyNotice.record({
      municipality,
      id,
      familyId,
      personId,
      programme,
      number: before + 1,
      programmeVersion: (await findVersionOn(tx, programme, toldOn)) ?? null,
      outcome: told.outcome,
      toldOn,
      how: given ? told.how : null,
      reason: given ? null : told.reason,
      note: given || told.note === undefined ? null : sealNote(personalData, municipality, id, told.note),
      unit: actor.unit as string,
      function: actor.function as string,
      sub: actor.sub,
      recordedOn: today,
    });
    await tx.manager.insert(PrivacyNotice, notice);
    tx.emit(PrivacyNoticeRecorded, notice.recorded());
    return notice;
  }
}
