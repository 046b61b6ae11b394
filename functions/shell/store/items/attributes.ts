/** Plain values of an item, in place of DynamoDB's typed ones. */
export type Attributes = Readonly<
  Record<string, string | number | Uint8Array | readonly number[] | readonly string[] | undefined>
>;
