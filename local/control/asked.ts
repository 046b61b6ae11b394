/** A request of the control API and its answer, as its routes see them. */
import type { Curriculum } from '../../program/curriculum/schema.ts';
import type { World } from '../world.ts';

/** A request we cannot take, with the sentence that says what to do. */
export class BadRequest extends Error {}
export const bad = (sentence: string): never => {
  throw new BadRequest(sentence);
};

export interface Asked {
  readonly world: World;
  readonly curriculum: Curriculum;
  readonly method: string;
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
}
export interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
export type Route = (asked: Asked) => Answer | Promise<Answer>;
