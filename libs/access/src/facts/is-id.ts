import { z } from 'zod';

/** Whether a snapshot's order key is the id of a family or person, and not a unit's code. */
export const isId = (orderKey: string): boolean => z.uuid().safeParse(orderKey).success;
