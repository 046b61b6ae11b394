/** What a maintenance mail may know. */
import type { MaintenancePlan } from '../../program/plan/maintenance-plan.ts';
import type { ReplyLine } from './reply-line.ts';

/** After graduation, every two weeks and later every four (docs/clinical-rules.md §9.11). */
export interface MaintenanceView {
  readonly kind: 'maintenance';
  /**
   * What the first lines speak to: the first such mail, the last answer, none heard, or a relapse that has
   * settled.
   */
  readonly standing: 'first' | 'calm' | 'unheard' | 'settled';
  /** Of the last answer; null = none. */
  readonly lastAverage: number | null;
  /** Null = nothing is asked this time. */
  readonly question: {
    readonly url: string;
    readonly scale: readonly { readonly value: number; readonly url: string }[];
    readonly reply: ReplyLine;
  } | null;
  readonly keep: MaintenancePlan;
  /** "2 to 3 times a week, about 15 minutes." */
  readonly feet: string;
  /** Running, cross-training, stretches: a line each. */
  readonly also: readonly string[];
  /** The heel-raise test, in the weeks it is asked (docs/clinical-rules.md §2.5). */
  readonly raises: string | null;
  /** Offered when few sessions were done (BC-5). */
  readonly tip: string | null;
  readonly painRule: readonly [string, string, string];
  readonly nextMorningRule: string;
  readonly stopSigns: readonly string[];
  /** Where every exercise stands step by step. */
  readonly programmeUrl: string;
  readonly next: string | null;
}
