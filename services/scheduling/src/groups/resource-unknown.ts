import { DomainError, type Text } from '@helhed/kernel';

export const resourceUnknown = (field: string, what: Text): DomainError =>
  new DomainError(
    'rule',
    'resource-unknown',
    { da: `${what.da} findes ikke her.`, en: `${what.en} does not exist here.` },
    [{ field, rule: 'unknown' }],
  );
