import type { Actor } from '@helhed/access';
import { PlaceOpened } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { requireNear } from '../calendar/plannable.js';
import { getProgramme } from '../programmes/programme-copy.js';
import { Room } from '../rooms/room.js';
import { FindGroups } from './find-groups.js';
import { Group } from './group.js';
import { GroupStaff } from './group-staff.js';
import type { GroupView, OpenGroup as Wish } from './groups.dto.js';
import { Place } from './place.js';
import { requireStaff } from './require-staff.js';
import { resourceUnknown } from './resource-unknown.js';

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
      const unit = await requireStaff(tx, actor, wish.staff, staff);
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
        refillUntil: null,
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

/** @throws DomainError `resource-unknown` */
export async function requireRoom(
  { manager, municipality }: Tx,
  id: string | undefined,
  needed: boolean,
): Promise<void> {
  if (id ? !(await manager.existsBy(Room, { municipality, id })) : needed)
    throw resourceUnknown('room', { da: 'Lokalet', en: 'The room' });
}
