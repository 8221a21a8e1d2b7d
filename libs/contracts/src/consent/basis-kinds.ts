import { z } from 'zod';

export const basisKind = z.enum(['consent', 'statute', 'single-exchange', 'vital-interest']);
export const basisLayer = z.enum(['processing', 'disclosure']);
/** How a basis came to an end before its stated one: taken back, no longer asserted, or its meeting was held. */
export const basisEnd = z.enum(['withdrawn', 'ended', 'used-up']);
/** Whether a basis covers a person: docs/access.md, A-BAS-08. */
export const coverState = z.enum(['covered', 'withdrawn', 'incomplete']);
