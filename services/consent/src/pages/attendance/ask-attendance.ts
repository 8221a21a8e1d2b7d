import { AskService } from '../ask-service.js';

/** Asks scheduling for sessions and attendance, and sends what was noted. */
export class AskScheduling extends AskService {
  /** @param address of scheduling, without its own path */
  constructor(address: string | undefined) {
    super('scheduling', address);
  }
}

/** Asks family-plan who the families are. */
export class AskFamilyPlan extends AskService {
  /** @param address of family-plan, without its own path */
  constructor(address: string | undefined) {
    super('family-plan', address);
  }
}
