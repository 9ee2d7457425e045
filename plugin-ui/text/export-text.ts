import { msg } from '@lit/localize';

/** Words of what can be taken away as a file. */
export const exportText = {
  list: () => msg('Export as CSV'),
  failed: () => msg('Export failed'),
} as const;
