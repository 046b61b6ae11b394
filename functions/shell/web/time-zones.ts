/** The time zones offered on a page: all that this runtime knows. */

const ALL: readonly string[] = Intl.supportedValuesOf('timeZone');

/** Every IANA zone, the person's own first if it goes by another name than this runtime's. */
export const timeZonesFor = (own: string): readonly string[] => (ALL.includes(own) ? ALL : [own, ...ALL]);
