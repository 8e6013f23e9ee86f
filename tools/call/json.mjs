import protobuf from 'protobufjs';

/**
 * The JSON form of messages (protobuf.dev, "ProtoJSON Format"), as far as these services need it: names in snake_case or
 * camelCase on the way in, snake_case on the way out; 64-bit integers and durations are text, bytes base64, enums names.
 */

/** A message of `type` for what stands in JSON. Throws on a name that the type does not have. */
export function fromJson(type, value) {
  const wellKnown = WELL_KNOWN[type.fullName];
  if (wellKnown) return type.create(wellKnown.read(value));
  const fields = Object.entries(value).map(([name, content]) => {
    const field = type.fieldsArray.find((candidate) => candidate.name === name || snakeCase(candidate.name) === name || camelCase(candidate.name) === name);
    if (!field) throw new Error(`${type.fullName.slice(1)} has no field ${name}`);
    return [field.name, fieldFromJson(field, content)];
  });
  return type.create(Object.fromEntries(fields));
}

/**
 * A map is in a descriptor what it is on the wire: a list of entries, each a message inside the message with the map.
 * protobufjs marks that outer message as an entry too, so the option alone does not say it.
 */
export function mapEntry({ repeated, resolvedType }) {
  const isEntry = resolvedType?.options?.map_entry && resolvedType.parent instanceof protobuf.Type && Object.keys(resolvedType.fields).join() === 'key,value';
  return repeated && isEntry ? resolvedType : undefined;
}

function fieldFromJson(field, value) {
  const entry = mapEntry(field);
  if (entry) return Object.entries(value).map(([key, content]) => entry.create({ key, value: elementFromJson(entry.fields.value, content) }));
  return field.repeated ? value.map((content) => elementFromJson(field, content)) : elementFromJson(field, value);
}

function elementFromJson({ type, resolvedType }, value) {
  if (resolvedType instanceof protobuf.Type) return fromJson(resolvedType, value);
  if (resolvedType instanceof protobuf.Enum) return typeof value === 'number' ? value : enumValue(resolvedType, value);
  if (type === 'bytes') return Buffer.from(value, 'base64');
  if (type === 'int64') return protobuf.util.Long.fromString(String(value));
  return type === 'double' && typeof value === 'string' ? Number(value) : value;
}

function enumValue(type, name) {
  if (!Object.hasOwn(type.values, name)) throw new Error(`${type.fullName.slice(1)} has no value ${name}`);
  return type.values[name];
}

/** What stands in JSON for a message; fields without presence that hold nothing are shown too. */
export function toJson(type, message) {
  const wellKnown = WELL_KNOWN[type.fullName];
  if (wellKnown) return wellKnown.write(message);
  const present = type.fieldsArray.filter((field) => hasValue(field, message));
  return Object.fromEntries(present.map((field) => [snakeCase(field.name), fieldToJson(field, message[field.name])]));
}

function hasValue(field, message) {
  if (Object.hasOwn(message, field.name)) return true;
  return !field.partOf && !(field.resolvedType instanceof protobuf.Type);
}

function fieldToJson(field, value) {
  const entry = mapEntry(field);
  if (entry) return Object.fromEntries((value ?? []).map((content) => [content.key, elementToJson(entry.fields.value, content.value)]));
  return field.repeated ? (value ?? []).map((content) => elementToJson(field, content)) : elementToJson(field, value);
}

function elementToJson({ type, resolvedType }, value) {
  if (resolvedType instanceof protobuf.Type) return toJson(resolvedType, value);
  if (resolvedType instanceof protobuf.Enum) return resolvedType.valuesById[value] ?? value;
  if (type === 'bytes') return Buffer.from(value).toString('base64');
  if (type === 'int64') return String(value);
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

const WELL_KNOWN = {
  '.google.protobuf.Timestamp': { read: readTimestamp, write: writeTimestamp },
  '.google.protobuf.Duration': { read: readDuration, write: writeDuration },
  '.google.protobuf.Struct': { read: readStruct, write: writeStruct },
};

/** Also takes `{ seconds, nanos }`, so that a test can send what no timestamp says. */
function readTimestamp(value) {
  if (typeof value === 'object') return value;
  const [, seconds, fraction = '', zone] = /^([^.]*?)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/.exec(value) ?? [];
  const time = Date.parse(`${seconds}${zone}`);
  if (Number.isNaN(time)) throw new Error(`${value} is not a timestamp`);
  return { seconds: Math.floor(time / 1000), nanos: Number(fraction.padEnd(9, '0')) };
}

function writeTimestamp({ seconds, nanos }) {
  const fraction = nanos === 0 ? '' : `.${String(nanos).padStart(9, '0').replace(/(000){1,2}$/, '')}`;
  return new Date(Number(seconds) * 1000).toISOString().replace('.000Z', `${fraction}Z`);
}

function readDuration(value) {
  if (typeof value === 'object') return value;
  const [, sign, seconds, fraction = ''] = /^(-?)(\d+)(?:\.(\d{1,9}))?s$/.exec(value) ?? [];
  if (seconds === undefined) throw new Error(`${value} is not a duration such as 1.5s`);
  const factor = sign === '-' ? -1 : 1;
  return { seconds: factor * Number(seconds), nanos: factor * Number(fraction.padEnd(9, '0')) };
}

function writeDuration({ seconds, nanos }) {
  const sign = Number(seconds) < 0 || nanos < 0 ? '-' : '';
  const fraction = nanos === 0 ? '' : `.${String(Math.abs(nanos)).padStart(9, '0').replace(/(000){1,2}$/, '')}`;
  return `${sign}${Math.abs(Number(seconds))}${fraction}s`;
}

function readStruct(value) {
  return { fields: Object.entries(value).map(([key, content]) => ({ key, value: readValue(content) })) };
}

function readValue(value) {
  if (value === null) return { null_value: 0 };
  if (Array.isArray(value)) return { list_value: { values: value.map(readValue) } };
  if (typeof value === 'object') return { struct_value: readStruct(value) };
  return { [`${typeof value === 'boolean' ? 'bool' : typeof value}_value`]: value };
}

function writeStruct({ fields }) {
  return Object.fromEntries(fields.map(({ key, value }) => [key, writeValue(value)]));
}

function writeValue(value) {
  if (value.kind === 'list_value') return value.list_value.values.map(writeValue);
  if (value.kind === 'struct_value') return writeStruct(value.struct_value);
  return value.kind === 'null_value' ? null : value[value.kind];
}

export function snakeCase(name) {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function camelCase(name) {
  return name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
}
