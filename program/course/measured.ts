/**
 * Asked in weeks 4, 8 and 12 (docs/clinical-rules.md §7.2) and kept beside pain. No rule of the course reads
 * them.
 */
export interface Measured {
  /** How well the activity missed most goes: 0 not at all, 10 as before. */
  readonly psfs?: number | undefined;
  /** Global rating of change since the start, −5 to +5. */
  readonly change?: number | undefined;
}
