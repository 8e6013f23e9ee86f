/**
 * Field numbers of messages and values of enums, by the full name of the message or enum (`broker.v1.Order`), then by wire
 * name. Once given out a number is never changed and never given to another name; a removed one becomes `reserved`.
 */
export interface ProtoNumbers {
  readonly [element: string]: {
    readonly numbers: Readonly<Record<string, number>>;
    readonly reserved: Readonly<Record<string, number>>;
  };
}
