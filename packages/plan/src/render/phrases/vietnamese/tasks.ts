import { code, codes, joined, md, prose, type Markdown } from '../../markdown';
import type { Phrases } from '../phrases';
import { counted, someOf } from './counting';

export const constraints: Phrases['constraints'] = {
  atLeast: (value) => md`ít nhất ${code(value)}`,
  atMost: (value) => md`nhiều nhất ${code(value)}`,
  charactersAtLeast: (count) => md`ít nhất ${code(count)} ký tự`,
  charactersAtMost: (count) => md`nhiều nhất ${code(count)} ký tự`,
  bytesAtLeast: (count) => md`ít nhất ${code(count)} byte`,
  bytesAtMost: (count) => md`nhiều nhất ${code(count)} byte`,
  elementsAtLeast: (count) => md`ít nhất ${code(count)} phần tử`,
  elementsAtMost: (count) => md`nhiều nhất ${code(count)} phần tử`,
  eachElement: (rules) => md`mỗi phần tử ${rules}`,
  matches: (pattern) => md`khớp toàn bộ với ${code(`/${pattern}/`)}`,
  digits: (precision, scale) => md`nhiều nhất ${precision} chữ số, trong đó ${scale} chữ số sau dấu thập phân`,
  distinct: () => md`không có hai phần tử bằng nhau`,
  unique: (scope) => md`duy nhất trong ${code(scope)}`,
  uniqueAmongAll: () => md`duy nhất trong mọi aggregate`,
  defaultValue: (value) => md`mặc định là ${code(value)} khi bên gọi không cho giá trị`,
  defaultNow: () => md`mặc định là thời điểm hiện tại khi bên gọi không cho giá trị`,
};

export const domain: Phrases['domain'] = {
  enum: (name, members) => md`Định nghĩa enum ${code(name)} với ${counted(members.length, 'giá trị')}: ${codes(members)}`,
  simpleValueObject: (name, type) => md`Hiện thực value object ${code(name)}: một ${code(type)} bất biến, so sánh theo giá trị`,
  compositeValueObject: (name, fields) => md`Hiện thực value object bất biến ${code(name)} gồm ${codes(fields)}, so sánh theo giá trị`,
  constraint: (field, rules) => md`Bảo đảm ${code(field)}: ${joined(rules)}`,
  valueConstraint: (rules) => md`Từ chối mọi giá trị không thỏa: ${joined(rules)}`,
  invariant: (name, text) => md`Bảo đảm bất biến ${code(name)} bằng ${code(`${name}Error`)}: ${prose(text)}`,
  entity: (name, aggregate, fields) => md`Tạo thực thể ${code(name)} (${counted(fields, 'trường')}) bên trong aggregate ${code(aggregate)}, chỉ thay đổi qua gốc`,
  generatedIdentity: (name) => md`Cấp cho ${code(name)} định danh tự sinh với kiểu riêng ${code(`${name}Id`)}`,
  givenIdentity: (name, type) => md`Nhận định danh của ${code(name)} từ bên gọi: ${code(`${name}Id`)} bọc ${code(type)}`,
  aggregate: (name, invariants, operations, entities) =>
    md`Tạo aggregate root ${code(name)} với ${someOf([[invariants, 'bất biến'], [operations, 'thao tác'], [entities, 'thực thể con']])}`,
  boundary: (name, entities) => md`Giữ ${codes(entities)} trong biên của ${code(name)}: chỉ truy cập và thay đổi qua gốc`,
  lifecycle: (field, states, initial) => md`Mô hình hóa ${code(field)} với các trạng thái ${codes(states)}, bắt đầu từ ${code(initial)}`,
  unique: (paths) => md`Bảo đảm tổ hợp ${codes(paths)} là duy nhất`,
  operation: (name, from, to, events) => md`Thao tác ${code(name)}${transition(from, to)}${events.length === 0 ? md`` : md`, phát ${codes(events)}`}`,
  requirement: (name, text) => md`Kiểm tra ${code(name)} trước khi chạy: ${prose(text)}`,
  computed: (field) => md`Tính ${code(field)} bằng hàm thuần`,
  targets: (states) => md`Chọn trạng thái đích trong ${codes(states)} bằng hàm thuần`,
  service: (name, methods) => md`Định nghĩa domain service ${code(name)} với ${counted(methods, 'phương thức thuần')}`,
  serviceMethod: (signature) => md`Viết ${code(signature)} như một hàm thuần`,
  event: (name, aggregate, fields) => md`Hiện thực domain event ${code(name)} của ${code(aggregate)}${fields.length === 0 ? md`, mang định danh và thời điểm` : md`, mang ${codes(fields)}`}`,
  errors: (context, count) => md`Đặt tên cho ${counted(count, 'lỗi miền')} của ${code(context)}, mỗi quy tắc có thể bị vi phạm một lỗi`,
};

export const repository: Phrases['repository'] = {
  interface: (name, methods) => md`Định nghĩa interface ${code(`${name}Repository`)} ở tầng miền với ${codes(methods)}`,
  implementation: (name, sql, database) => md`Hiện thực ${code(`${name}Repository`)} bằng ${prose(sql)} cho ${prose(database)}`,
  loading: (name, children) => md`Nạp và lưu ${code(name)} cùng ${codes(children)} với số truy vấn cố định`,
  mapping: (name) => md`Ánh xạ ${code(name)} tường minh giữa bảng và miền; số thập phân, thời điểm và giá trị vắng mặt được giữ nguyên`,
  version: (name) => md`Kiểm tra phiên bản của ${code(name)} trong câu UPDATE, để trong hai bên ghi có đúng một bên gặp xung đột`,
  uniqueIndex: (paths) => md`Chỉ mục duy nhất trên ${codes(paths)}, báo thành lỗi miền`,
  finderIndex: (finder, paths) => md`Chỉ mục cho ${code(finder)} trên ${codes(paths)}`,
  events: (name) => md`Lưu ${code(name)} dưới dạng các event và dựng lại từ chúng`,
  inMemory: (name) => md`Viết ${code(`${name}Repository`)} trong bộ nhớ, chỉ trả về bản sao`,
  migration: (context, tables, tool) => md`Tạo migration đầu tiên của ${code(context)} bằng ${prose(tool)}: bảng cho ${codes(tables)} và outbox`,
  unitOfWork: () => md`Hiện thực unit of work: trạng thái và outbox được commit cùng nhau, rollback không để lại gì`,
  outbox: (events) => md`Ghi ${counted(events, 'loại event')} vào outbox trong cùng giao dịch`,
  configuration: (dotenv) => md`Thiết lập cấu hình cơ sở dữ liệu từ ${code('.env')} bằng ${prose(dotenv)} (KHÔNG hardcode!)`,
  variable: (names) => md`Chỉ đọc ${codes(names)} từ môi trường, không từ nơi nào khác`,
  pool: (driver) => md`Cấu hình connection pool của ${prose(driver)} từ ${codes(['DATABASE_POOL_SIZE', 'DATABASE_MAX_OVERFLOW'])}, và đổi lỗi kết nối thành ${code('UNAVAILABLE')}`,
  embeddedFile: (driver) => md`Mở tệp cơ sở dữ liệu bằng ${prose(driver)} dưới khóa với busy timeout, và đổi lỗi kết nối thành ${code('UNAVAILABLE')}`,
};

export const application: Phrases['application'] = {
  useCase: (name, aggregate, action) => md`Tạo use case ${code(name)}: ${code(`${aggregate}.${action}`)}`,
  query: (name, aggregate) => md`Tạo truy vấn ${code(name)} đọc ${code(aggregate)} mà không nạp aggregate`,
  custom: (name, aggregate) => md`Viết use case riêng ${code(name)} trên ${code(aggregate)}; cho đến lúc đó nó trả lời ${code('UNIMPLEMENTED')}`,
  uses: (names) => md`Điều phối ${codes(names)}`,
  requirement: (name, text) => md`Kiểm tra ${code(name)} trước tiên: ${prose(text)}`,
  dto: (aggregate) => md`Định nghĩa DTO của ${code(aggregate)} cho đầu vào, kết quả và trang`,
  port: (name, operations) => md`Định nghĩa port ${code(name)} với ${codes(operations)}`,
  transactions: (commands) => md`Chạy mỗi lệnh trong ${counted(commands, 'lệnh')} bằng một unit of work`,
  errors: () => md`Kiểm tra đầu vào trước khi nạp, rồi tồn tại, phiên bản và trạng thái, theo đúng thứ tự này`,
  ports: () => md`Định nghĩa các port cho đồng hồ, định danh, unit of work và phát event`,
  policy: (name, event, useCase) => md`Hiện thực policy ${code(name)}: khi ${code(event)} xảy ra, chạy ${code(useCase)}, mỗi event một lần`,
};

export const infrastructure: Phrases['infrastructure'] = {
  adapter: (name) => md`Tạo adapter ${code(name)} sau port của nó: timeout, thử lại có giới hạn, circuit breaker`,
  adapterMember: (member, variables) => md`Adapter cho ${code(member)}${variables.length === 0 ? md`` : md`, cấu hình bằng ${codes(variables)}`}`,
  adapterOperation: (signature) => md`Chuyển đổi ${code(signature)}; kiểu của bên ngoài không lọt ra ngoài adapter`,
  adapterFake: (name) => md`Viết bản giả của ${code(name)} cho kiểm thử và phát triển`,
  container: (context, parts) => md`Nối ${counted(parts, 'use case')} của ${code(context)} trong composition root`,
  environment: (count, validation) => md`Kiểm tra ${counted(count, 'biến môi trường')} bằng ${prose(validation)} khi khởi động: một thông báo nêu tên mọi biến thiếu, không bao giờ nêu giá trị`,
  example: () => md`Ghi mọi biến vào ${code('.env.example')}; giữ ${code('.env')} ngoài quản lý phiên bản`,
  health: (database) => md`Hiện thực health check: ${code('NOT_SERVING')} khi ${prose(database)} không trả lời`,
  logging: (logging) => md`Cấu hình log có cấu trúc bằng ${prose(logging)}: mỗi dòng có correlation id, không dòng nào có bí mật`,
  shutdown: () => md`Tắt có trật tự khi nhận SIGTERM: hoàn tất lời gọi đang chạy, đóng pool, thoát với mã 0`,
};

export const presentation: Phrases['presentation'] = {
  proto: (service, path) => md`Viết hợp đồng của ${code(service)} trong gói ${code(path)}`,
  service: (service, rpcs) => md`Hiện thực dịch vụ gRPC ${code(service)} với ${counted(rpcs, 'rpc')}`,
  rpc: (name, output) => md`rpc ${code(name)}${output === 'void' ? md`` : md`, trả về ${code(output)}`}`,
  mapper: (aggregate) => md`Tạo mapper thông điệp proto của ${code(aggregate)}`,
  validation: (service, tool) => md`Kiểm tra đầu vào của ${code(service)} bằng ${prose(tool)}: ${code('INVALID_ARGUMENT')} kèm vi phạm của từng trường`,
  errors: () => md`Ánh xạ lỗi miền sang mã trạng thái gRPC tại một nơi; lỗi lạ là ${code('INTERNAL')}, không lộ gì`,
  paging: (lists) => md`Định dạng trang của ${codes(lists)}: ${code('page_size')} mặc định 50, nhiều nhất 200, ${code('next_page_token')}`,
  documentation: () => md`Viết tài liệu endpoint: reflection ${code('v1')} và ${code('v1alpha')}, cùng ${code('README.md')}`,
};

export const testing: Phrases['testing'] = {
  valueObjects: (count) => md`Viết unit test cho ${counted(count, 'value object')}: so sánh, bất biến, mọi ràng buộc`,
  valueObject: (name) => md`${code(name)} nhận các giá trị biên và từ chối giá trị ngoài biên`,
  aggregate: (name) => md`Viết unit test cho ${code(name)}`,
  invariant: (name) => md`${code(name)}: một trường hợp giữ được và một trường hợp vi phạm`,
  transition: (operation, from) => md`${code(operation)} từ ${codes(from)}, và bị từ chối từ mọi trạng thái khác`,
  operation: (operation) => md`${code(operation)} thay đổi đúng những gì đã nêu và không gì khác`,
  requirement: (operation, rule) => md`${code(operation)} bị từ chối khi ${code(rule)} không thỏa`,
  created: (event) => md`Việc tạo ghi đúng một ${code(event)}; việc dựng lại không ghi gì`,
  service: (name) => md`Viết unit test cho domain service ${code(name)}`,
  contract: (name, database) => md`Tạo contract test của ${code(`${name}Repository`)}, chạy với bộ nhớ và ${prose(database)}`,
  contractFinder: (finder) => md`${code(finder)} khi có và không có bộ lọc`,
  conflict: (name) => md`Hai bên cùng ghi một ${code(name)}: đúng một xung đột`,
  integration: (aggregate, useCases) => md`Hiện thực integration test cho ${counted(useCases, 'use case')} của ${code(aggregate)}`,
  adapter: (name) => md`Kiểm thử ${code(name)} với lỗi được tiêm vào: chậm, hỏng, trả lời vô nghĩa`,
  policy: (name) => md`Kiểm thử ${code(name)} chỉ chạy một lần, kể cả khi event đến hai lần`,
  endToEnd: (service, rpcs) => md`Thêm kiểm thử đầu cuối của ${code(service)}: ${counted(rpcs, 'rpc')} và mọi trạng thái lỗi`,
  environment: () => md`Xác nhận cấu hình cơ sở dữ liệu hoạt động với ${code('.env')}, và biến thiếu làm dừng khởi động kèm tên của nó`,
  migrations: () => md`Chạy migration lên, xuống rồi lên lại`,
};

export const modelling: Phrases['modelling'] = {
  aggregates: (context) => md`Mô hình hóa aggregate đầu tiên của ${code(context)} trong khối ${code('yaml planner')} ở phần Mô hình miền: trường, thao tác, bất biến`,
  repositories: (context) => md`Nêu các finder mà bên gọi ${code(context)} cần; repository suy ra từ đó`,
  useCases: (context) => md`Liệt kê các use case của ${code(context)} lớn hơn một thao tác của một aggregate`,
  services: (context) => md`Quyết định dịch vụ gRPC của ${code(context)} công bố use case nào`,
  tests: (context) => md`Viết ví dụ cho mỗi quy tắc của ${code(context)}: một giữ được và một vi phạm`,
};

function transition(from: readonly string[] | undefined, to: readonly string[]): Markdown {
  if (from === undefined) return to.length === 0 ? md`` : md`: sang ${codes(to)}`;
  return to.length === 0 ? md`: khi ở ${codes(from)}` : md`: ${codes(from)} → ${codes(to)}`;
}
