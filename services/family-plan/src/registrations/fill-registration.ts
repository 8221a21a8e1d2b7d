import type { Actor, Look } from '@helhed/access';
import type { ProgrammeDefinition } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { chooseProgramme } from '../child-views/choose-programme.js';
import { Enrolment } from '../enrolments/enrolment.js';
import { isEnrolmentShown } from '../enrolments/is-enrolment-shown.js';
import { requireNamed } from '../families/named-in-family.js';
import { ReachFamily } from '../families/reach-family.js';
import { getProgramme } from '../programmes/programme-copy.js';
import { sealAnswers, sealPoint } from './registration-texts.js';
import {
  isInCourse,
  isOnCourse,
  outsideCourse,
  Registration,
  registrationWithheld,
  requireFields,
  requireFilledBy,
  WorkPoint,
} from './registration.js';
import type { FillRegistration as Told, RegistrationReceipt } from './registrations.dto.js';

@Injectable()
export class FillRegistration {
  constructor(
    private readonly database: Database,
    private readonly families: ReachFamily,
  ) {}

  /**
   * Another version of what the actor's unit says of the child. Its work points are offered to nobody yet. Whether it may be
   * filled in tells whether the family is on its course: it is by whom the enrolment would be shown to (A-CMD-07).
   */
  async run(actor: Actor, told: Told): Promise<RegistrationReceipt> {
    const { municipality } = actor;
    let made: Registration | undefined;
    const { id } = await this.database.createOnce(municipality, async (tx) => {
      const look = await this.families.named(tx, actor, acts.fillRegistration, told.familyId);
      await requireNamed(look, told.familyId, { children: [told.personId] });
      made = await this.#fill(look, told);
      tx.log({ kind: 'command', act: 'registration.fill', subjects: [told.familyId, told.personId] });
      return { id: made.id };
    });
    // a repeat that lost a race made one too, and it was rolled back
    if (made?.id === id) return { id, familyId: made.familyId };
    const find = ({ manager }: Tx) => manager.findOneBy(Registration, { municipality, id });
    const { familyId } = await this.families.again(actor, acts.fillRegistration, find);
    return { id, familyId };
  }

  async #fill(look: Look, told: Told): Promise<Registration> {
    const { tx, actor } = look;
    const { manager, municipality, personalData } = tx;
    const { familyId, personId, filledOn, answers, workPoints } = told;
    const programme = await chooseProgramme(look, familyId, told.programme);
    const definition = await getProgramme(tx, programme);
    const { registrationForm, version: programmeVersion } = definition;
    if (isInCourse(definition) && !(await isEnrolmentShown(look, familyId, programme))) throw registrationWithheld();
    // first what is about the form alone: nothing that is asked after it tells of the course without a row in the log
    requireFields(
      registrationForm,
      answers.map(({ field }) => field),
    );
    requireFilledBy(filledOn, tx.today);
    await requireCourse(look, definition, told);
    const of = { municipality, familyId, personId, programme };
    const unit = actor.unit as string;
    const id = newId();
    // the family's row is locked: nobody else counts at the same time
    const number = 1 + (await manager.countBy(Registration, { ...of, unit }));
    const sealed = sealAnswers(personalData, municipality, id, answers);
    const wish = { ...of, id, unit, number, programmeVersion, filledOn, answers: sealed };
    const registration = Registration.note(wish);
    await manager.insert(Registration, registration);
    for (const text of workPoints) {
      const pointId = newId();
      const point = sealPoint(personalData, municipality, pointId, text);
      await manager.insert(WorkPoint, { ...of, id: pointId, registrationId: id, point });
    }
    return registration;
  }
}

/** The refusal tells that there is no course now, and so is in the log as a look. */
async function requireCourse(
  look: Look,
  { code: programme, group }: ProgrammeDefinition,
  { familyId, personId }: Told,
): Promise<void> {
  const { tx } = look;
  const { manager, municipality } = tx;
  if (isOnCourse({ group }, await manager.findBy(Enrolment, { municipality, familyId, programme }))) return;
  look.log([familyId, personId]);
  tx.keepLooks();
  throw outsideCourse();
}
