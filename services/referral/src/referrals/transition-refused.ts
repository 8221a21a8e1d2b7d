import { DomainError } from '@helhed/kernel';
import { allowedCommands, type Command, type State } from './transitions.js';

const inDanish: Record<State, string> = {
  received: 'modtaget',
  'under-triage': 'under visitation',
  'on-hold': 'sat i bero',
  waiting: 'på venteliste',
  accepted: 'taget imod',
  declined: 'afvist',
  withdrawn: 'trukket tilbage',
  closed: 'afsluttet',
};

/** 409: the referral's state does not allow the command; `allowed` says which ones it does. */
export const transitionRefused = (state: State, command: Command): DomainError =>
  new DomainError(
    'conflict',
    'transition-refused',
    {
      da: `Indstillingen er ${inDanish[state]}; "${command}" er ikke muligt nu.`,
      en: `The referral is ${state}; "${command}" is not possible now.`,
    },
    [],
    { state, allowed: allowedCommands(state) },
  );
