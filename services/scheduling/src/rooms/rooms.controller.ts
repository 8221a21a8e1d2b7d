import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Id, Idempotent, Query, Returns } from '@helhed/web';
import { Controller, Get, Post } from '@nestjs/common';
import { planners } from '../reach.js';
import { AddRoom } from './add-room.js';
import { FindRooms } from './find-rooms.js';
import * as dto from './rooms.dto.js';

@Controller('v1/rooms')
export class RoomsController {
  constructor(
    private readonly addRoom: AddRoom,
    private readonly findRooms: FindRooms,
  ) {}

  @Post()
  @Idempotent()
  @Access({ act: 'room.add', allow: planners, subjects: 'none' })
  @Returns(dto.RoomView, {
    status: 201,
    description: 'The room.',
    summary: { en: 'Add a room', da: 'Opret et lokale' },
    example: dto.roomExample,
  })
  add(@CurrentActor() actor: Actor, @Body(dto.AddRoom) wish: dto.AddRoom) {
    return this.addRoom.run(actor, wish);
  }

  @Get()
  @Access({ act: 'room.list', allow: [{ kind: 'person', functions: 'any' }], subjects: 'none' })
  @Returns(dto.RoomPage, {
    summary: { en: 'List the rooms', da: 'Vis lokalerne' },
    description: "The municipality's rooms.",
    example: { items: [dto.roomExample], next: null, total: 1 },
  })
  list(@CurrentActor() actor: Actor, @Query(dto.RoomQuery) query: dto.RoomQuery) {
    return this.findRooms.page(actor, query);
  }

  @Get(':id')
  @Access({ act: 'room.read', allow: [{ kind: 'person', functions: 'any' }], subjects: 'none' })
  @Returns(dto.RoomView, {
    summary: { en: 'Read a room', da: 'Læs et lokale' },
    description: 'The room.',
    example: dto.roomExample,
  })
  get(@CurrentActor() actor: Actor, @Id() id: string) {
    return this.findRooms.get(actor, id);
  }
}
