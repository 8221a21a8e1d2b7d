import { z } from 'zod';
import { text } from './texts.js';

/** What each person is told of whom data is entered (*oplysningspligt*), in the programme's own words. */
export const dutyToInform = z.strictObject({ paragraphs: z.array(text).min(1).max(30) });
