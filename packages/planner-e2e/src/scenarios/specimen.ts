/** A model that has every type of the plan format once, alone and inside lists, maps, value objects and entities. */
export const SPECIMEN_MODEL = `
context: specimens

enums:
  Rarity: [COMMON, RARE]

valueObjects:
  Label: string max 20
  Weight: decimal(12 4) min 0
  Origin:
    place: string max 80
    found: date
    depth: decimal(8 3)?
    moment: datetime?

aggregates:
  Specimen:
    fields:
      aUuid: uuid
      aString: string max 60
      aText: text
      anInt: int
      aBigint: bigint
      aDecimal: decimal(30 10)
      aFloat: float
      aBool: bool
      aDate: date
      aDatetime: datetime
      aDuration: duration
      someBytes: bytes
      someJson: json
      anEnum: Rarity
      aLabel: Label
      aWeight: Weight
      anOrigin: Origin
      aForeign: ref(museums.Museum)
      noString: string?
      noDecimal: decimal(10 2)?
      noOrigin: Origin?
      aDefault: int default 7
      texts: list(string max 40)
      weights: list(Weight)
      origins: list(Origin)
      moments: list(datetime)
      longs: map(string max 20, bigint)
      origin: map(string max 20, Origin)
      parts: list(Part)
    entities:
      Part:
        name: string max 40
        weight: Weight
        spans: list(duration)
`;

/** Everything that a caller sends, as JSON of the wire: extremes of every type, and text of several scripts. */
export const SPECIMEN_REQUEST = {
  a_uuid: '0190f2ff-7d2c-7cc2-8b5b-3d7a3c1f0a11',
  a_string: 'Đá hoa cương \u{1F48E} "quoted" \\ back',
  a_text: 'first line\n\tsecond line\r\n',
  an_int: -2147483648,
  a_bigint: '9223372036854775807',
  a_decimal: '-12345678901234567890.0123456789',
  a_float: 0.1,
  a_bool: true,
  a_date: '9999-12-31',
  a_datetime: '0001-01-01T00:00:00.000001Z',
  a_duration: '-3723.000001s',
  some_bytes: 'AAECgP8=',
  some_json: { n: null, t: true, d: 1.5, i: 3, s: 'ü', l: [1, [2], { deep: {} }] },
  an_enum: 'RARITY_RARE',
  a_label: 'nhãn',
  a_weight: '0.0001',
  an_origin: { place: 'Sa Pa', found: '2024-02-29', moment: '2024-02-29T23:59:59.999999Z' },
  a_foreign: 'museum/7',
  texts: ['', 'b', 'a', 'b'],
  weights: ['99999999.9999', '0.0000'],
  origins: [{ place: 'Huế', found: '0001-01-01', depth: '-99999.999' }],
  moments: ['1969-12-31T23:59:59.999999Z', '9999-12-31T23:59:59.999999Z'],
  longs: { least: '-9223372036854775808', 'k ế y': '0' },
  origin: { one: { place: 'x', found: '2000-01-01', depth: '0.000' } },
  parts: [
    { name: 'crown', weight: '1.5000', spans: ['0s', '86400.500s'] },
    { name: 'base', weight: '2.0000', spans: [] },
  ],
};
