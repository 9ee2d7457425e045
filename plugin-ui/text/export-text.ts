import { msg } from '@lit/localize';

/** Words of what can be taken away as a file. */
export const exportText = {
  list: () => msg('Export as CSV'),
  failedRows: () => msg('Export failed rows'),
} as const;
