import { FamilyEnrolled, PlaceAssigned, type CloudEvent } from '@helhed/contracts';
import { DomainError, newId } from '@helhed/kernel';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { z } from 'zod';
import { findMembers } from '../families/family-member.js';
import { findFamilyToChange } from '../families/get-family.js';
import { Enrolment } from './enrolment.js';

type Assigned = CloudEvent<z.infer<typeof PlaceAssigned.schema>>;

@Controller()
export class WhenPlaceAssigned {
  @On(PlaceAssigned)
  async enrol({ data }: Assigned, { tx }: EventContext): Promise<void> {
    const { assignedOn: enrolledOn, ...assigned } = data;
    const { familyId, placeId } = assigned;
    const { manager, municipality } = tx;
    if (await manager.existsBy(Enrolment, { municipality, placeId, familyId })) return;
    if (await manager.existsBy(Enrolment, { municipality, placeId, endedOn: IsNull() })) throw placeStillHeld();
    const family = await findFamilyToChange(tx, familyId);
    // a place for a family that never came, or is erased: an operator must look at it
    if (!family?.enrol()) throw new Error('a place was assigned to a family that is not here');
    await manager.save(family);
    const enrolment = { municipality, id: newId(), ...assigned, enrolledOn };
    await manager.insert(Enrolment, enrolment);
    const members = await findMembers(tx, familyId);
    tx.emit(FamilyEnrolled, { enrolmentId: enrolment.id, ...assigned, enrolledOn, members });
    tx.log({ kind: 'command', act: 'family.enrol', subjects: [familyId, ...members.map(({ personId }) => personId)] });
  }
}

/** The family that had the place withdrew, and that is another family's event: this one waits for it, however long. */
export const placeStillHeld = () =>
  new DomainError('unavailable', 'place-still-held', {
    da: 'Den forrige families indskrivning er ikke afsluttet endnu.',
    en: "The previous family's enrolment has not ended yet.",
  });
