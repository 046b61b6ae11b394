/** curriculum/trace.yaml: where every item of the source article lives. */
import { z } from 'zod';

const words = z.array(z.string().min(3)).min(1).readonly();
const id = z.string().min(2);

export const place = z.union([
  z.strictObject({ lesson: id, has: words }),
  z.strictObject({ exercise: id }),
  z.strictObject({
    form: z.enum(['intake', 'check-in', 'running', 'shoes']),
    field: id,
    options: z.array(z.string()).min(1).readonly().optional(),
  }),
  z.strictObject({ rule: id }),
  z.strictObject({ modifier: id }),
  z.strictObject({ triage: id }),
  z.strictObject({ shoe: id }),
  z.strictObject({ data: id, is: z.union([z.string(), z.number()]) }),
  z.strictObject({ message: id, has: words }),
  z.strictObject({ page: id, has: words }),
  z.strictObject({ mail: z.literal('every'), has: words }),
  z.strictObject({ source: id }),
  z.strictObject({ context: z.string().min(10) }),
]);
export type Place = z.infer<typeof place>;

export const traceFile = z.record(
  z.string(),
  z.strictObject({ item: z.string().min(3), at: z.array(place).min(1).readonly() }),
);
export type Trace = z.infer<typeof traceFile>;
