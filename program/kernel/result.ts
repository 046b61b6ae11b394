/**
 * An expected answer or an expected "no". Faults of the world are thrown, refusals are values
 * (docs/architecture.md §5).
 */
export type Result<T, R> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R };

/**
 * A success with its value; a refusal with its reason. Refusals are values: nothing of the core throws one.
 */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const refuse = <R>(refusal: R): { readonly ok: false; readonly refusal: R } => ({
  ok: false,
  refusal,
});
