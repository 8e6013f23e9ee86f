import protobuf from 'protobufjs';
import { mapEntry, snakeCase } from './json.mjs';

/** A service, message or enum in the notation of `.proto` files, without the types behind it. */
export function describe(symbol) {
  if (symbol instanceof protobuf.Service) return block('service', symbol, symbol.methodsArray.map(rpcLine));
  if (symbol instanceof protobuf.Enum) return block('enum', symbol, Object.entries(symbol.values).map(([name, number]) => `${name} = ${number};`));
  if (symbol instanceof protobuf.Type) return block('message', symbol, symbol.fieldsArray.map(fieldLine));
  throw new Error(`${symbol.fullName.slice(1)} is neither a service nor a message nor an enum`);
}

function block(keyword, { fullName }, lines) {
  return [`${keyword} ${fullName.slice(1)} {`, ...lines.map((line) => `  ${line}`), '}'].join('\n');
}

function rpcLine(method) {
  method.resolve();
  return `rpc ${method.name}(${method.resolvedRequestType.fullName.slice(1)}) returns (${method.resolvedResponseType.fullName.slice(1)});`;
}

function fieldLine(field) {
  field.resolve();
  const entry = mapEntry(field);
  const type = entry ? `map<${typeName(entry.fields.key)}, ${typeName(entry.fields.value)}>` : typeName(field);
  const label = entry ? '' : field.repeated ? 'repeated ' : isOptional(field) ? 'optional ' : '';
  return `${label}${type} ${snakeCase(field.name)} = ${field.id};`;
}

function typeName(field) {
  field.resolve();
  return field.resolvedType?.fullName.slice(1) ?? field.type;
}

/** `optional` in proto3 is a oneof of one. */
function isOptional({ partOf, options }) {
  return options?.proto3_optional === true || partOf?.fieldsArray.length === 1;
}
