import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Room } from './room.js';
import { toRoomView, type RoomQuery, type RoomView } from './rooms.dto.js';

@Injectable()
export class FindRooms {
  constructor(
    private readonly database: Database,
    private readonly paging: Paging,
  ) {}

  async get({ municipality }: Actor, id: string): Promise<RoomView> {
    const room = await this.database.inTransaction(municipality, ({ manager }) =>
      manager.findOneBy(Room, { municipality, id }),
    );
    if (!room) throw notFound({ da: 'Lokalet', en: 'The room' });
    return toRoomView(room);
  }

  async page({ municipality }: Actor, query: RoomQuery): Promise<Page<RoomView>> {
    const [last] = this.paging.after('rooms', query) ?? [];
    return this.database.inTransaction(municipality, async ({ manager }) => {
      const where = { municipality, ...(last ? { id: MoreThan(String(last)) } : {}) };
      const rooms = await manager.find(Room, { where, order: { id: 'ASC' }, take: query.limit + 1 });
      const total = await manager.countBy(Room, { municipality });
      return this.paging.page('rooms', query, rooms, total, toRoomView, ({ id }) => [id]);
    });
  }
}
