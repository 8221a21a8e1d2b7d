import { DomainError, type MunicipalityCode } from '@helhed/kernel';
import { log } from '@helhed/telemetry';
import { Injectable } from '@nestjs/common';
import { KeycloakDirectory } from './keycloak-directory.js';

/** What the municipality's Keycloak calls an employee, asked for when it is needed. */
@Injectable()
export class EmployeeNames {
  constructor(private readonly directory: KeycloakDirectory) {}

  /**
   * @returns undefined where the account is gone
   * @throws DomainError `keycloak-unavailable` (503)
   */
  async find(municipality: MunicipalityCode, sub: string): Promise<string | undefined> {
    const user = await this.directory.user(municipality, sub).catch((error: unknown) => {
      log.warn('an employee’s name was not read', { municipality, error });
      throw keycloakUnavailable();
    });
    if (user === null) return undefined;
    const name = [user.firstName, user.lastName].flatMap((part) => part?.trim() || []).join(' ');
    return name || user.username;
  }
}

const keycloakUnavailable = (): DomainError =>
  new DomainError('unavailable', 'keycloak-unavailable', {
    da: 'Medarbejderens navn kan ikke hentes lige nu. Prøv igen om lidt.',
    en: 'The employee’s name cannot be read right now. Try again shortly.',
  });
