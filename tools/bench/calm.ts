/** Whether this machine is calm enough for a figure to be worth printing. */

/** Turns of CPU time bear a neighbour, and not two cores that four programs want. */
const MOST_WANTED = 0.75;
const ADVICE = 'Wait until it is calm; --quick runs all the same and judges nothing.';

/**
 * A sentence when others want more of the cores than a measurement can bear, else null. `load` = programs
 * that wanted a core in the last minute.
 */
export const tooBusy = (load: number, cores: number): string | null =>
  load <= cores * MOST_WANTED
    ? null
    : `This machine is too busy to measure: ${load.toFixed(1)} programs want its ${cores} cores. ${ADVICE}`;
