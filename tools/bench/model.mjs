/**
 * A model with so many aggregates of middle size: value objects, an entity, a lifecycle, finders, references to each other.
 *
 * @param {number} count
 * @returns {string} YAML
 */
export function modelOf(count) {
  const aggregates = Array.from({ length: count }, (_, index) => aggregate(index, count));
  return `context: bench
valueObjects:
  Sku: string pattern /[A-Z]{3}-[0-9]{4}/
  Money:
    amount: decimal(12,2) min 0
    currency: enum(EUR, USD)
aggregates:
${aggregates.join('')}`;
}

function aggregate(index, count) {
  const name = `Order${index + 1}`;
  const next = `Order${((index + 1) % count) + 1}`;
  return `  ${name}:
    fields:
      reference: string max 36 unique
      customerId: uuid
      related: ref(${next})?
      total: Money?
      placedOn: date?
      note: text?
      lines: list(Line${index + 1}) max 50
    entities:
      Line${index + 1}:
        sku: Sku
        quantity: int min 1 max 999
        price: Money
    lifecycle:
      field: status
      states: [DRAFT, PLACED, SHIPPED, CANCELLED]
    operations:
      create:  { set: [reference, customerId, related, note] }
      addLine: { from: DRAFT, add: lines }
      place:   { from: DRAFT, to: PLACED, set: [placedOn], emits: ${name}Placed }
      ship:    { from: PLACED, to: SHIPPED, emits: ${name}Shipped }
      cancel:  { from: [DRAFT, PLACED], to: CANCELLED, input: { reason: string max 200 }, emits: ${name}Cancelled }
    invariants:
      Total${index + 1}NotNegative: The total of an order is not negative
    finders:
      list: { by: [customerId?, status?], sort: createdAt desc }
`;
}
