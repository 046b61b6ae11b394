/**
 * The claims of docs/clinical-rules.md §10.1, kept with the wording gate (tools/quality/guards/claims.ts) so
 * that every area refuses the same ones.
 */
export { claimsIn, FORBIDDEN } from '../../tools/quality/guards/claims.ts';
