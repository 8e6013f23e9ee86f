import { code, codes, joined, compose, prose, type Markdown } from '../../markdown';
import type { Phrases } from '../phrases';
import { counted, listed, someOf } from './counting';

export const constraints: Phrases['constraints'] = {
  atLeast: (value) => compose`ít nhất ${code(value)}`,
  atMost: (value) => compose`nhiều nhất ${code(value)}`,
  charactersAtLeast: (count) => compose`ít nhất ${code(count)} ký tự`,
  charactersAtMost: (count) => compose`nhiều nhất ${code(count)} ký tự`,
  bytesAtLeast: (count) => compose`ít nhất ${code(count)} byte`,
  bytesAtMost: (count) => compose`nhiều nhất ${code(count)} byte`,
  elementsAtLeast: (count) => compose`ít nhất ${code(count)} phần tử`,
  elementsAtMost: (count) => compose`nhiều nhất ${code(count)} phần tử`,
  eachElement: (rules) => compose`mỗi phần tử ${rules}`,
  matches: (pattern) => compose`khớp toàn bộ với ${code(`/${pattern}/`)}`,
  digits: (precision, scale) => compose`nhiều nhất ${precision} chữ số, trong đó ${scale} chữ số sau dấu thập phân`,
  distinct: () => compose`không có hai phần tử bằng nhau`,
  unique: (scope) => compose`duy nhất trong ${code(scope)}`,
  uniqueAmongAll: () => compose`duy nhất trong mọi aggregate`,
  defaultValue: (value) => compose`mặc định là ${code(value)} khi bên gọi không cho giá trị`,
  defaultNow: () => compose`mặc định là thời điểm hiện tại khi bên gọi không cho giá trị`,
};

export const domain: Phrases['domain'] = {
  enum: (name, members) =>
    compose`Định nghĩa enum ${code(name)} với ${counted(members.length, 'giá trị')}: ${codes(members)}`,
  simpleValueObject: (name, type) =>
    compose`Hiện thực value object ${code(name)}: một ${code(type)} bất biến, so sánh theo giá trị`,
  compositeValueObject: (name, fields) =>
    compose`Hiện thực value object bất biến ${code(name)} gồm ${codes(fields)}, so sánh theo giá trị`,
  constraint: (field, rules) => compose`Bảo đảm ${code(field)}: ${joined(rules)}`,
  valueConstraint: (rules) => compose`Từ chối mọi giá trị không thỏa: ${joined(rules)}`,
  invariant: (name, text) => compose`Bảo đảm bất biến ${code(name)} bằng ${code(`${name}Error`)}: ${prose(text)}`,
  entity: (name, aggregate, fields) =>
    compose`Tạo thực thể ${code(name)} (${counted(fields, 'trường')}) bên trong aggregate ${code(aggregate)}, chỉ thay đổi qua gốc`,
  generatedIdentity: (name) => compose`Cấp cho ${code(name)} định danh tự sinh với kiểu riêng ${code(`${name}Id`)}`,
  givenIdentity: (name, type) =>
    compose`Nhận định danh của ${code(name)} từ bên gọi: ${code(`${name}Id`)} bọc ${code(type)}`,
  aggregate: (name, invariants, operations, entities) =>
    compose`Tạo aggregate root ${code(name)} với ${someOf([
      [invariants, 'bất biến'],
      [operations, 'thao tác'],
      [entities, 'thực thể con'],
    ])}`,
  extend: (name, fields, invariants, operations, entities) =>
    compose`Mở rộng aggregate root ${code(name)} với ${listed([
      ...(fields.length === 0 ? [] : [codes(fields)]),
      ...[
        someOf([
          [invariants, 'bất biến'],
          [operations, 'thao tác'],
          [entities, 'thực thể con'],
        ]),
      ].filter((part) => part !== ''),
    ])}`,
  boundary: (name, entities) =>
    compose`Giữ ${codes(entities)} trong biên của ${code(name)}: chỉ truy cập và thay đổi qua gốc`,
  lifecycle: (field, states, initial) =>
    compose`Mô hình hóa ${code(field)} với các trạng thái ${codes(states)}, bắt đầu từ ${code(initial)}`,
  unique: (paths) => compose`Bảo đảm tổ hợp ${codes(paths)} là duy nhất`,
  operation: (name, from, to, events) =>
    compose`Thao tác ${code(name)}${transition(from, to)}${events.length === 0 ? compose`` : compose`, phát ${codes(events)}`}`,
  requirement: (name, text) => compose`Kiểm tra ${code(name)} trước khi chạy: ${prose(text)}`,
  computed: (field) => compose`Tính ${code(field)} bằng hàm thuần`,
  targets: (states) => compose`Chọn trạng thái đích trong ${codes(states)} bằng hàm thuần`,
  service: (name, methods) =>
    compose`Định nghĩa domain service ${code(name)} với ${counted(methods, 'phương thức thuần')}`,
  serviceMethod: (signature) => compose`Viết ${code(signature)} như một hàm thuần`,
  event: (name, aggregate, fields) =>
    compose`Hiện thực domain event ${code(name)} của ${code(aggregate)}${fields.length === 0 ? compose`, mang định danh và thời điểm` : compose`, mang ${codes(fields)}`}`,
  errors: (context, count) =>
    compose`Đặt tên cho ${counted(count, 'lỗi miền')} của ${code(context)}, mỗi quy tắc có thể bị vi phạm một lỗi`,
};

export const repository: Phrases['repository'] = {
  interface: (name, methods) =>
    compose`Định nghĩa interface ${code(`${name}Repository`)} ở tầng miền với ${codes(methods)}`,
  extendInterface: (name, finders) => compose`Mở rộng interface ${code(`${name}Repository`)} với ${codes(finders)}`,
  extendImplementation: (name) =>
    compose`Mở rộng ${code(`${name}Repository`)}, trong bộ nhớ và trong cơ sở dữ liệu, theo phần mới của ${code(name)}`,
  nextMigration: (context, tables, tool) =>
    compose`Tạo migration tiếp theo của ${code(context)} bằng ${prose(tool)} cho phần mới của ${codes(tables)}; các hàng đã có vẫn hợp lệ`,
  implementation: (name, sql, database) =>
    compose`Hiện thực ${code(`${name}Repository`)} bằng ${prose(sql)} cho ${prose(database)}`,
  loading: (name, children) => compose`Nạp và lưu ${code(name)} cùng ${codes(children)} với số truy vấn cố định`,
  mapping: (name) =>
    compose`Ánh xạ ${code(name)} tường minh giữa bảng và miền; số thập phân, thời điểm và giá trị vắng mặt được giữ nguyên`,
  version: (name) =>
    compose`Kiểm tra phiên bản của ${code(name)} trong câu UPDATE, để trong hai bên ghi có đúng một bên gặp xung đột`,
  uniqueIndex: (paths) => compose`Chỉ mục duy nhất trên ${codes(paths)}, báo thành lỗi miền`,
  finderIndex: (finder, paths) => compose`Chỉ mục cho ${code(finder)} trên ${codes(paths)}`,
  events: (name) => compose`Lưu ${code(name)} dưới dạng các event và dựng lại từ chúng`,
  inMemory: (name) => compose`Viết ${code(`${name}Repository`)} trong bộ nhớ, chỉ trả về bản sao`,
  migration: (context, tables, tool) =>
    compose`Tạo migration đầu tiên của ${code(context)} bằng ${prose(tool)}: bảng cho ${codes(tables)} và outbox`,
  unitOfWork: () =>
    compose`Hiện thực unit of work: trạng thái và outbox được commit cùng nhau, rollback không để lại gì`,
  outbox: (events) => compose`Ghi ${counted(events, 'loại event')} vào outbox trong cùng giao dịch`,
  configuration: (dotenv) =>
    compose`Thiết lập cấu hình cơ sở dữ liệu từ ${code('.env')} bằng ${prose(dotenv)} (KHÔNG hardcode!)`,
  variable: (names) => compose`Chỉ đọc ${codes(names)} từ môi trường, không từ nơi nào khác`,
  pool: (driver) =>
    compose`Cấu hình connection pool của ${prose(driver)} từ ${codes(['DATABASE_POOL_SIZE', 'DATABASE_MAX_OVERFLOW'])}, và đổi lỗi kết nối thành ${code('UNAVAILABLE')}`,
  embeddedFile: (driver) =>
    compose`Mở tệp cơ sở dữ liệu bằng ${prose(driver)} dưới khóa với busy timeout, và đổi lỗi kết nối thành ${code('UNAVAILABLE')}`,
};

export const application: Phrases['application'] = {
  useCase: (name, aggregate, action) => compose`Tạo use case ${code(name)}: ${code(`${aggregate}.${action}`)}`,
  query: (name, aggregate) => compose`Tạo truy vấn ${code(name)} đọc ${code(aggregate)} mà không nạp aggregate`,
  custom: (name, aggregate) =>
    compose`Viết use case riêng ${code(name)} trên ${code(aggregate)}; cho đến lúc đó nó trả lời ${code('UNIMPLEMENTED')}`,
  uses: (names) => compose`Điều phối ${codes(names)}`,
  requirement: (name, text) => compose`Kiểm tra ${code(name)} trước tiên: ${prose(text)}`,
  dto: (aggregate) => compose`Định nghĩa DTO của ${code(aggregate)} cho đầu vào, kết quả và trang`,
  port: (name, operations) => compose`Định nghĩa port ${code(name)} với ${codes(operations)}`,
  transactions: (commands) => compose`Chạy mỗi lệnh trong ${counted(commands, 'lệnh')} bằng một unit of work`,
  errors: () => compose`Kiểm tra đầu vào trước khi nạp, rồi tồn tại, phiên bản và trạng thái, theo đúng thứ tự này`,
  ports: () => compose`Định nghĩa các port cho đồng hồ, định danh, unit of work và phát event`,
  policy: (name, event, useCase) =>
    compose`Hiện thực policy ${code(name)}: khi ${code(event)} xảy ra, chạy ${code(useCase)}, mỗi event một lần`,
};

export const infrastructure: Phrases['infrastructure'] = {
  adapter: (name) => compose`Tạo adapter ${code(name)} sau port của nó: timeout, thử lại có giới hạn, circuit breaker`,
  adapterMember: (member, variables) =>
    compose`Adapter cho ${code(member)}${variables.length === 0 ? compose`` : compose`, cấu hình bằng ${codes(variables)}`}`,
  adapterOperation: (signature) =>
    compose`Chuyển đổi ${code(signature)}; kiểu của bên ngoài không lọt ra ngoài adapter`,
  adapterFake: (name) => compose`Viết bản giả của ${code(name)} cho kiểm thử và phát triển`,
  container: (context, parts) => compose`Nối ${counted(parts, 'use case')} của ${code(context)} trong composition root`,
  environment: (count, validation) =>
    compose`Kiểm tra ${counted(count, 'biến môi trường')} bằng ${prose(validation)} khi khởi động: một thông báo nêu tên mọi biến thiếu, không bao giờ nêu giá trị`,
  example: () => compose`Ghi mọi biến vào ${code('.env.example')}; giữ ${code('.env')} ngoài quản lý phiên bản`,
  health: (database) => compose`Hiện thực health check: ${code('NOT_SERVING')} khi ${prose(database)} không trả lời`,
  logging: (logging) =>
    compose`Cấu hình log có cấu trúc bằng ${prose(logging)}: mỗi dòng có correlation id, không dòng nào có bí mật`,
  shutdown: () => compose`Tắt có trật tự khi nhận SIGTERM: hoàn tất lời gọi đang chạy, đóng pool, thoát với mã 0`,
};

export const presentation: Phrases['presentation'] = {
  proto: (service, path) => compose`Viết hợp đồng của ${code(service)} trong gói ${code(path)}`,
  service: (service, rpcs) => compose`Hiện thực dịch vụ gRPC ${code(service)} với ${counted(rpcs, 'rpc')}`,
  rpc: (name, output) => compose`rpc ${code(name)}${output === 'void' ? compose`` : compose`, trả về ${code(output)}`}`,
  mapper: (aggregate) => compose`Tạo mapper thông điệp proto của ${code(aggregate)}`,
  validation: (service, tool) =>
    compose`Kiểm tra đầu vào của ${code(service)} bằng ${prose(tool)}: ${code('INVALID_ARGUMENT')} kèm vi phạm của từng trường`,
  errors: () =>
    compose`Ánh xạ lỗi miền sang mã trạng thái gRPC tại một nơi; lỗi lạ là ${code('INTERNAL')}, không lộ gì`,
  paging: (lists) =>
    compose`Định dạng trang của ${codes(lists)}: ${code('page_size')} mặc định 50, nhiều nhất 200, ${code('next_page_token')}`,
  documentation: () =>
    compose`Viết tài liệu endpoint: reflection ${code('v1')} và ${code('v1alpha')}, cùng ${code('README.md')}`,
};

export const testing: Phrases['testing'] = {
  valueObjects: (count) =>
    compose`Viết unit test cho ${counted(count, 'value object')}: so sánh, bất biến, mọi ràng buộc`,
  valueObject: (name) => compose`${code(name)} nhận các giá trị biên và từ chối giá trị ngoài biên`,
  aggregate: (name) => compose`Viết unit test cho ${code(name)}`,
  invariant: (name) => compose`${code(name)}: một trường hợp giữ được và một trường hợp vi phạm`,
  transition: (operation, from) => compose`${code(operation)} từ ${codes(from)}, và bị từ chối từ mọi trạng thái khác`,
  operation: (operation) => compose`${code(operation)} thay đổi đúng những gì đã nêu và không gì khác`,
  requirement: (operation, rule) => compose`${code(operation)} bị từ chối khi ${code(rule)} không thỏa`,
  created: (event) => compose`Việc tạo ghi đúng một ${code(event)}; việc dựng lại không ghi gì`,
  service: (name) => compose`Viết unit test cho domain service ${code(name)}`,
  contract: (name, database) =>
    compose`Tạo contract test của ${code(`${name}Repository`)}, chạy với bộ nhớ và ${prose(database)}`,
  contractFinder: (finder) => compose`${code(finder)} khi có và không có bộ lọc`,
  conflict: (name) => compose`Hai bên cùng ghi một ${code(name)}: đúng một xung đột`,
  integration: (aggregate, useCases) =>
    compose`Hiện thực integration test cho ${counted(useCases, 'use case')} của ${code(aggregate)}`,
  adapter: (name) => compose`Kiểm thử ${code(name)} với lỗi được tiêm vào: chậm, hỏng, trả lời vô nghĩa`,
  policy: (name) => compose`Kiểm thử ${code(name)} chỉ chạy một lần, kể cả khi event đến hai lần`,
  endToEnd: (service, rpcs) =>
    compose`Thêm kiểm thử đầu cuối của ${code(service)}: ${counted(rpcs, 'rpc')} và mọi trạng thái lỗi`,
  environment: () =>
    compose`Xác nhận cấu hình cơ sở dữ liệu hoạt động với ${code('.env')}, và biến thiếu làm dừng khởi động kèm tên của nó`,
  migrations: () => compose`Chạy migration lên, xuống rồi lên lại`,
};

export const modelling: Phrases['modelling'] = {
  aggregates: (context) =>
    compose`Mô hình hóa aggregate đầu tiên của ${code(context)} trong khối ${code('yaml planner')} ở phần Mô hình miền: trường, thao tác, bất biến`,
  repositories: (context) => compose`Nêu các finder mà bên gọi ${code(context)} cần; repository suy ra từ đó`,
  useCases: (context) => compose`Liệt kê các use case của ${code(context)} lớn hơn một thao tác của một aggregate`,
  services: (context) => compose`Quyết định dịch vụ gRPC của ${code(context)} công bố use case nào`,
  tests: (context) => compose`Viết ví dụ cho mỗi quy tắc của ${code(context)}: một giữ được và một vi phạm`,
};

function transition(from: readonly string[] | undefined, to: readonly string[]): Markdown {
  if (from === undefined) return to.length === 0 ? compose`` : compose`: sang ${codes(to)}`;
  return to.length === 0 ? compose`: khi ở ${codes(from)}` : compose`: ${codes(from)} → ${codes(to)}`;
}
