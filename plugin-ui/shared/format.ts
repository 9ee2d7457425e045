/** Numbers and dates as the locale writes them. */
export function formatNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(value);
}

export function formatPercent(part: number, whole: number, locale: string): string {
  const share = whole === 0 ? 0 : part / whole;
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

const GIGABYTES_PER_TERABYTE = 1024; // As Managed Backup counts: 100 GB are 107,374,182,400 bytes (mbs.md §3.3).

/** Storage, in GB below a terabyte and in TB from there on. */
export function formatGigabytes(gigabytes: number, locale: string): string {
  const isLarge = gigabytes >= GIGABYTES_PER_TERABYTE;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: isLarge ? 'terabyte' : 'gigabyte',
    maximumFractionDigits: 2,
  }).format(isLarge ? gigabytes / GIGABYTES_PER_TERABYTE : gigabytes);
}

/** A moment, in the time zone of the browser. */
export function formatTime(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}
