/** Numbers and dates as the locale writes them. */
export function formatNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(value);
}

export function formatPercent(part: number, whole: number, locale: string): string {
  const share = whole === 0 ? 0 : part / whole;
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** Storage, in GB below a terabyte and in TB from there on. */
export function formatGigabytes(gigabytes: number, locale: string): string {
  const isLarge = gigabytes >= 1000;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: isLarge ? 'terabyte' : 'gigabyte',
    maximumFractionDigits: 2,
  }).format(isLarge ? gigabytes / 1000 : gigabytes);
}

/** A moment, in the time zone of the browser. */
export function formatTime(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}
