import { commentLines } from '../text';
import { elementName, typeText } from './field-types';
import type { ProtoElementType, ProtoEnum, ProtoField, ProtoFile, ProtoMessage, ProtoReserved, ProtoService } from './proto-model';

/** The text of a `.proto` file, laid out as `buf format` does it. */
export function renderProto(file: ProtoFile): string {
  const header = ['syntax = "proto3";', '', `package ${file.package};`];
  const imports = file.imports.map((path) => `import "${path}";`);
  const blocks = [...file.services.map(serviceLines), ...file.enums.map(enumLines), ...file.messages.map((message) => messageLines(message, file.package))];
  const lines = [...header, ...(imports.length > 0 ? ['', ...imports] : []), ...blocks.flatMap((block) => ['', ...block])];
  return `${lines.join('\n')}\n`;
}

function serviceLines({ name, description, rpcs }: ProtoService): string[] {
  const body = rpcs.flatMap((rpc) => [...comment(rpc.description), `rpc ${rpc.name}(${rpc.request}) returns (${rpc.response});`]);
  return [...comment(description), ...block(`service ${name}`, body)];
}

function enumLines({ name, description, unspecified, values, reserved }: ProtoEnum): string[] {
  const members = values.flatMap((value) => [...comment(value.description), `${value.name} = ${value.number};`]);
  return [...comment(description), ...block(`enum ${name}`, [...reservedLines(reserved), `${unspecified} = 0;`, ...members])];
}

function messageLines({ name, description, fields, reserved }: ProtoMessage, packageName: string): string[] {
  const text = elementText(fields, packageName);
  const body = fields.flatMap((field) => [...comment(field.comment), `${label(field)}${typeText(field, text)} ${field.name} = ${field.number};`]);
  return [...comment(description), ...block(`message ${name}`, [...reservedLines(reserved), ...body])];
}

/** A map `labels` declares a message `LabelsEntry` inside its own, which hides a type of that name. */
function elementText(fields: readonly ProtoField[], packageName: string): (element: ProtoElementType) => string {
  const hidden = new Set(fields.filter(({ type }) => type.kind === 'map').map(({ name }) => mapEntryName(name)));
  return (element) => (element.kind !== 'scalar' && hidden.has(element.name) ? `.${packageName}.${element.name}` : elementName(element));
}

function mapEntryName(field: string): string {
  const words = field.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}Entry`;
}

function label(field: ProtoField): string {
  return field.label === 'optional' ? 'optional ' : '';
}

function reservedLines({ numbers, names }: ProtoReserved): string[] {
  if (numbers.length === 0) return [];
  return [`reserved ${numbers.join(', ')};`, ...(names.length === 0 ? [] : [`reserved ${names.map((name) => `"${name}"`).join(', ')};`])];
}

function block(head: string, body: readonly string[]): string[] {
  return body.length === 0 ? [`${head} {}`] : [`${head} {`, ...body.map((line) => `  ${line}`), '}'];
}

function comment(text: string | undefined): string[] {
  return commentLines(text ?? '').map((line) => `// ${line}`.trimEnd());
}
