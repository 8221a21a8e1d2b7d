import type { Actor } from '@helhed/access';
import { PlaceOpened, type GroupShape } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { DomainError, newId } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { reaches } from '../reach.js';
import { requireNear } from '../calendar/plannable.js';
import { getProgramme } from '../programmes/programme-copy.js';
import { Room } from '../rooms/room.js';
import { StaffMember } from '../staff/staff-member.js';
import { FindGroups } from './find-groups.js';
import { Group } from './group.js';
import { GroupStaff } from './group-staff.js';
import type { GroupView, OpenGroup as Wish } from './groups.dto.js';
import { Place } from './place.js';

@Injectable()
export class OpenGroup {
  constructor(
    private readonly database: Database,
    private readonly groups: FindGroups,
  ) {}

  /** Opens as many places as the programme's definition has room for families; from then on they are referral's to give. */
  async run(actor: Actor, wish: Wish): Promise<GroupView> {
    const { municipality } = actor;
    const { id } = await this.database.createOnce(municipality, async (tx) => {
      const { programme, name, startsOn } = wish;
      requireNear('startsOn', startsOn, tx.today);
      const definition = await getProgramme(tx, programme, startsOn);
      const { families, staff, room } = definition.group;
      const unit = await unitOfStaff(tx, actor, wish.staff, staff);
      await requireRoom(tx, wish.room, room);
      const group = {
        municipality,
        id: newId(),
        programme,
        programmeVersion: definition.version,
        name,
        unit,
        roomId: wish.room ?? null,
        capacity: families.max,
        startsOn,
        version: 1,
      };
      const places = Array.from({ length: families.max }, () => ({ municipality, id: newId(), groupId: group.id }));
      await tx.manager.insert(Group, group);
      await tx.manager.insert(
        GroupStaff,
        wish.staff.map((staffId) => ({ municipality, groupId: group.id, staffId })),
      );
      await tx.manager.insert(Place, places);
      for (const place of places) tx.emit(PlaceOpened, { placeId: place.id, groupId: group.id, programme, startsOn });
      tx.log({ kind: 'command', act: 'group.open', subjects: [] });
      return { id: group.id };
    });
    return this.groups.get(actor, id);
  }
}

/** A group belongs to the unit that its staff come from. */
async function unitOfStaff(tx: Tx, actor: Actor, ids: readonly string[], wanted: GroupShape['staff']): Promise<string> {
  const { manager, municipality } = tx;
  const staff = (await manager.findBy(StaffMember, { municipality, id: In([...ids]) })).filter(({ unit }) =>
    reaches(actor, unit),
  );
  if (staff.length < ids.length) throw unknown('staff', { da: 'Medarbejderne', en: 'The staff' });
  const needed = wanted.reduce((sum, { count }) => sum + count, 0);
  if (staff.length < needed)
    throw new DomainError(
      'rule',
      'too-few-staff',
      { da: `Gruppen skal have ${needed} medarbejdere.`, en: `The group must have ${needed} members of staff.` },
      [{ field: 'staff', rule: 'too-few' }],
    );
  return staff.find(({ id }) => id === ids[0])!.unit;
}

async function requireRoom({ manager, municipality }: Tx, id: string | undefined, needed: boolean): Promise<void> {
  if (id ? !(await manager.existsBy(Room, { municipality, id })) : needed)
    throw unknown('room', { da: 'Lokalet', en: 'The room' });
}

const unknown = (field: string, what: { da: string; en: string }) =>
  new DomainError(
    'rule',
    'resource-unknown',
    { da: `${what.da} findes ikke her.`, en: `${what.en} does not exist here.` },
    [{ field, rule: 'unknown' }],
  );
