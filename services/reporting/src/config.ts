import { platformConfig, readConfig } from '@helhed/web';

/** Where the owners of what is claimed here are reached. The service is described, but not run, without them. */
export const ownersConfig = platformConfig.pick({ FAMILY_PLAN_URL: true, SCHEDULING_URL: true });

/** @throws Error that names the setting which is missing */
export const requireOwners = (): unknown => readConfig(ownersConfig.required());
