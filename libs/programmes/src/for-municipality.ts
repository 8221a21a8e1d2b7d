import type { ProgrammeDefinition } from '@helhed/contracts';
import { municipalityCode } from '@helhed/kernel';

/** The same programme, run by another municipality; code and version stay, so that its figures can be compared. */
export const forMunicipality = (definition: ProgrammeDefinition, code: string): ProgrammeDefinition => ({
  ...structuredClone(definition),
  municipality: municipalityCode(code),
});
