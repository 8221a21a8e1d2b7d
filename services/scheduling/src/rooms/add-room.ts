import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { foreignUnit, reaches } from '../reach.js';
import { FindRooms } from './find-rooms.js';
import { Room } from './room.js';
import type { AddRoom as Wish, RoomView } from './rooms.dto.js';

@Injectable()
export class AddRoom {
  constructor(
    private readonly database: Database,
    private readonly rooms: FindRooms,
  ) {}

  async run(actor: Actor, { unit, name }: Wish): Promise<RoomView> {
    const { municipality } = actor;
    if (!reaches(actor, unit)) throw foreignUnit();
    const { id } = await this.database.createOnce(municipality, async (tx) => {
      const room = { municipality, id: newId(), unit, name, version: 1 };
      await tx.manager.insert(Room, room);
      tx.log({ kind: 'command', act: 'room.add', subjects: [] });
      return { id: room.id };
    });
    return this.rooms.get(actor, id);
  }
}
