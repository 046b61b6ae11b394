/** The claims of §10.1, kept with the wording gate (cli/gate/claims.ts) so that every area refuses the same ones. */
export { claimsIn, FORBIDDEN } from '../../cli/gate/claims.ts';
