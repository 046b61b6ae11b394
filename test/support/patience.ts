/**
 * How long anything may take before it counts as never ending, in milliseconds. No machine is that slow: the
 * limit decides nothing about a test that ends, it only gives one that hangs its name.
 */
export const HANGS_AFTER_MS = 30 * 60_000;
