export { change } from './change.js';
export { dataSource, migrate } from './data-source.js';
export { Database, sqlState } from './database.js';
export { PersonalData, type DataKeys } from './personal-data.js';
export { platformTables } from './sql/platform-tables.js';
export { rolesOf, tenantTable, type Roles } from './sql/tenant-table.js';
export { Tx, type LogEntry } from './tx.js';
export { isUnavailable } from './unavailable.js';
export { Workers } from './workers.js';
