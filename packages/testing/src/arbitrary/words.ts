/** Words that random models are named with. */

export const PLAIN_TYPES = words(`
  Order Account Student Line Item Money Price Address Category Sheep Person Box Note Slot
`);

/** Names that languages, their libraries or the generated code use themselves. */
export const RESERVED_TYPES = words(`
  Object Function Package Class Error Map Set Date Promise String Array Event Default Select Table Group Status
  Result Message Enum Module Decimal Temporal User OAuth2Token HTTPServer X1 Record Proxy Any Exception None List
  Dict Optional Protocol Symbol Number Boolean Iterable Readonly Partial Buffer Math JSON Infinity Column Index View
  Trigger Constraint Check Empty Timestamp Struct Duration Value Instant Clock Entity Aggregate Repository Session
  Engine Context Request Response Service Server Client Page Test Type Field Base Model Exports URLOfID
`);

export const PLAIN_FIELDS = words(`
  name quantity price note total owner title amount weight label line2 takenAt rank tags
`);

/** The same in camelCase, with words of SQL and of protobuf. */
export const RESERVED_FIELDS = words(`
  class from order constructor default package select metadata then type import toString valueOf hasOwnProperty
  prototype arguments eval null true undefined this super new delete void yield let static enum interface function
  return int string message oneof map repeated optional self none match lambda async registry group user table index
  where key value values length data error code context request clock state events fields invariants description
  input set equals of with global xYz primary references limit offset desc and or not is in if elif while try except
  finally raise pass del assert nonlocal as def await break continue case catch const do extends export implements
  instanceof private protected public throw typeof var switch readonly abstract declare any number object symbol
  bigint unknown never list dict str bool bytes tuple len min max sum format print hash filter range property date
  datetime decimal uuid json re copy check column constraint foreign grant having join left natural on union unique
  using when analyze both collate currentUser end fetch ilike initially lateral leading localtime placing returning
  some symmetric to trailing variadic window timestamp time interval row rows reserved extensions rpc returns stream
  service syntax weak option extend required double float int32 uint64 inf nan query session create rehydrate
  snapshot toJson clone model schema encode decode callback status handler rules next now props errors result item
  items kind page token version2 uRLOfID a1b2 aB
`);

export const OPERATIONS = words(`
  open close amend approve delete import export default switch apply call bind toString save load then yield return
  rename finish check new async of equals update2 from del raise is not in with lambda constructor prototype hash
  copy record change rehydrate snapshot pullEvents validate freeze toJson repr events state
`);

export const MEMBERS = words(`
  A B_C NULL TRUE DEFAULT OPEN NEW X1 NONE CLASS NOW SELECT SELF FALSE NAME VALUE MRO UNKNOWN UNRECOGNIZED NAN X_1
  V2_FINAL
`);

function words(text: string): readonly [string, ...string[]] {
  const [first = '', ...rest] = text.trim().split(/\s+/);
  return [first, ...rest];
}
