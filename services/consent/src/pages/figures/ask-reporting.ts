import { AskService } from '../ask-service.js';

/** Asks reporting for figures. */
export class AskReporting extends AskService {
  /** @param address of reporting, without its own path */
  constructor(address: string | undefined) {
    super('reporting', address);
  }
}
