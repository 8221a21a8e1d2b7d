import { code, id } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';
import type { Room } from './room.js';

export const AddRoom = z
  .strictObject({ unit: code.describe('The unit whose room it is.'), name: z.string().trim().min(1).max(200) })
  .meta({ id: 'AddRoom', examples: [{ unit: 'familiestuen', name: 'Familiestuen, stuen' }] });
export type AddRoom = z.infer<typeof AddRoom>;

export const RoomView = z
  .strictObject({
    id,
    unit: code.describe('The unit whose room it is.'),
    name: z.string(),
    version: z.int().positive(),
  })
  .meta({ id: 'Room' });
export type RoomView = z.infer<typeof RoomView>;
export const RoomPage = pageOf(RoomView);
export const RoomQuery = pageQuery({});
export type RoomQuery = z.infer<typeof RoomQuery>;

export const toRoomView = ({ id: room, unit, name, version }: Room): RoomView => ({ id: room, unit, name, version });

export const roomExample: RoomView = {
  id: '0198a1b2-0000-7000-8000-000000000001',
  unit: 'familiestuen',
  name: 'Familiestuen, stuen',
  version: 1,
};
