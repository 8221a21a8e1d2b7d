import type { PersonalData } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';

type Kind = 'goal_option.option' | 'goal_action.action';

export const sealStep = (data: PersonalData, of: MunicipalityCode, [kind, id]: readonly [Kind, string], text: string) =>
  data.encrypt(of, `${kind}:${id}`, text);

export const openStep = (data: PersonalData, of: MunicipalityCode, [kind, id]: readonly [Kind, string], text: Buffer) =>
  data.decrypt(of, `${kind}:${id}`, text);
