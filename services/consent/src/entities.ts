import { Basis } from './bases/basis.js';
import { FamilyMember } from './families/family-member.js';

export const entities = [Basis, FamilyMember];
