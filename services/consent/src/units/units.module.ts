import { AllowedIssuers, ServiceTokens } from '@helhed/access';
import { platformConfig, readConfig } from '@helhed/web';
import { Module } from '@nestjs/common';
import { EmployeeNames } from './employee-names.js';
import { KeycloakDirectory } from './keycloak-directory.js';
import { UnitsTimer } from './units-timer.js';

const settings = platformConfig.pick({ KEYCLOAK_URL: true });

/** The municipality's units, mirrored from its Keycloak. */
@Module({
  providers: [
    {
      provide: KeycloakDirectory,
      inject: [AllowedIssuers, ServiceTokens],
      useFactory: (issuers: AllowedIssuers, tokens: ServiceTokens) =>
        new KeycloakDirectory(issuers, tokens, () => readConfig(settings).KEYCLOAK_URL),
    },
    EmployeeNames,
    UnitsTimer,
  ],
  exports: [EmployeeNames],
})
export class UnitsModule {}
