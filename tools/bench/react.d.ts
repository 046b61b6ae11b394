/**
 * As much of React as the benchmark uses. Its published types bring the browser's, which would hide mistakes
 * in the rest of the repository.
 */
declare module 'react' {
  export interface ReactElement {
    readonly type: unknown;
    readonly props: unknown;
  }
  export type ReactNode = ReactElement | string | null;
  export const Fragment: unique symbol;
  export function createElement(
    type: unknown,
    props: Readonly<Record<string, unknown>> | null,
    ...children: readonly ReactNode[]
  ): ReactElement;
}
