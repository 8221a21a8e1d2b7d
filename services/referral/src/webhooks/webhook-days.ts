import { getGroundRules, valueOn } from '@helhed/programmes';
import type { Tx } from '@helhed/database';

/** For how many days a webhook is sent to after its system registered or renewed it (*grundregler*). */
export const webhookDays = ({ today }: Pick<Tx, 'today'>): number => valueOn(getGroundRules().webhook.days, today);
