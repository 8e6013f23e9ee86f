import { code, codes, compose, prose } from '../../markdown';
import type { Phrases } from '../phrases';
import { counted } from './counting';

export const database: Phrases['database'] = {
  environment: () => 'Cấu hình môi trường',
  connection: () => 'Kế hoạch kết nối cơ sở dữ liệu',
  specific: (title) => `Kế hoạch riêng cho ${title}`,
  required: () => '# Các biến .env bắt buộc mà lập trình viên PHẢI dùng:',
  placeholders: (embedded) =>
    compose`Các giá trị chỉ là chỗ điền; giá trị thật không bao giờ nằm trong kế hoạch, mã hay quản lý phiên bản.${embedded === undefined ? compose`` : compose` Khi phát triển, ${code('.env')} được scaffold trỏ ${code('DATABASE_URL')} tới cơ sở dữ liệu nhúng (${prose(embedded)}) trong thư mục của dự án; muốn dùng máy chủ thật chỉ cần đổi ${code('.env')}.`}`,
  load: (dotenv, call) =>
    compose`Dùng ${prose(dotenv)} để nạp biến môi trường (${code(call)}); biến đã được đặt sẵn được ưu tiên`,
  wins: () => compose`${code('DATABASE_URL')} được ưu tiên; nếu không có, địa chỉ được ghép từ các phần`,
  validate: (tool, count) =>
    compose`Kiểm tra đủ ${counted(count, 'biến')} bằng ${prose(tool)} khi khởi động; một thông báo nêu tên mọi biến thiếu`,
  pool: () =>
    compose`Lập kế hoạch connection pool và timeout từ ${codes(['DATABASE_POOL_SIZE', 'DATABASE_MAX_OVERFLOW'])}`,
  file: () => compose`Giữ tệp cơ sở dữ liệu dưới khóa, với busy timeout`,
  health: () => compose`Đưa health check của cơ sở dữ liệu vào ${code('grpc.health.v1')}`,
  migrations: (tool) =>
    compose`Lập kế hoạch migration tương thích bằng ${prose(tool)}: mỗi thay đổi schema là một migration mới, lên và xuống`,
  tests: () =>
    compose`Kiểm thử dùng ${code('TEST_DATABASE_URL')} nếu có, nếu không thì một cơ sở dữ liệu tạm, không bao giờ dùng cơ sở dữ liệu phát triển`,
  uniqueIndexes: (names) => compose`Chỉ mục duy nhất: ${codes(names)}`,
  finderIndexes: (names) => compose`Chỉ mục cho finder: ${codes(names)}`,
  referenceIndexes: (names) => compose`Chỉ mục trên định danh của aggregate khác, không có khóa ngoại: ${codes(names)}`,
};

export const databaseAdvice: Phrases['databaseAdvice'] = {
  postgresql: (driver, sql) => [
    compose`REPEATABLE READ với kiểm tra phiên bản trong mỗi UPDATE; không cần SERIALIZABLE khi mỗi giao dịch một aggregate`,
    compose`JSONB cho map và trường ${code('json')}, NUMERIC cho số thập phân, TIMESTAMPTZ cho thời điểm`,
    compose`Kết nối bất đồng bộ bằng ${prose(driver)}, pool bởi ${prose(sql)}`,
  ],
  mysql: (driver, sql) => [
    compose`InnoDB với READ COMMITTED, ${code('utf8mb4')} toàn bộ, DATETIME(6) theo UTC`,
    compose`DECIMAL cho số thập phân; đặt ${prose(driver)} giữ đúng số nguyên 64 bit`,
    compose`Pool bởi ${prose(sql)}, dưới giới hạn kết nối của máy chủ`,
  ],
  mssql: (driver, sql) => [
    compose`READ COMMITTED SNAPSHOT, để bên đọc không chặn bên ghi`,
    compose`DATETIME2(6) theo UTC, DECIMAL cho số thập phân, NVARCHAR cho văn bản`,
    compose`Kết nối mã hóa bằng ${prose(driver)}, pool bởi ${prose(sql)}`,
  ],
  sqlite: (driver, sql) => [
    compose`Mỗi lúc một bên ghi: ${code('BEGIN IMMEDIATE')} và busy timeout; nếu vẫn bị khóa thì là ${code('ABORTED')}`,
    compose`Số thập phân lưu dạng văn bản, thời điểm lưu dạng micro giây nguyên`,
    compose`Write-ahead log, mở bằng ${prose(driver)} qua ${prose(sql)}`,
  ],
  mongodb: (driver) => [
    compose`Mỗi aggregate một document, thực thể con bên trong; một giao dịch nối nó với outbox, cần replica set`,
    compose`Decimal128 cho số thập phân, số nguyên 64 bit dạng Long, thời điểm dạng micro giây nguyên`,
    compose`Write concern majority với ${prose(driver)}`,
  ],
};

export const errors: Phrases['errors'] = {
  statuses: () => 'Trạng thái lỗi',
  edgeCases: () => 'Trường hợp biên',
  invalid: (owner, fields) =>
    compose`${code(owner)}: đầu vào ngoài ràng buộc của ${codes(fields)} → ${code('INVALID_ARGUMENT')}, mỗi trường một vi phạm`,
  notFound: (names) => compose`Định danh không tồn tại của ${codes(names)} → ${code('NOT_FOUND')}`,
  unique: (owner, paths) => compose`${code(owner)}: ${codes(paths)} đã bị dùng → ${code('ALREADY_EXISTS')}`,
  givenId: (owner) => compose`${code(owner)}: định danh đã tồn tại → ${code('ALREADY_EXISTS')}`,
  transition: (operation, from) =>
    compose`${code(operation)} khi không ở ${codes(from)} → ${code('FAILED_PRECONDITION')}`,
  requirement: (owner, rule, text) =>
    compose`${code(owner)}: ${code(rule)} không thỏa → ${code('FAILED_PRECONDITION')}: ${prose(text)}`,
  invariant: (owner, rule, text) =>
    compose`${code(owner)}: ${code(rule)} bị vi phạm → ${code('FAILED_PRECONDITION')}: ${prose(text)}`,
  version: (names) =>
    compose`${code('expected_version')} cũ của ${codes(names)}, hoặc một bên ghi khác → ${code('ABORTED')}`,
  unavailable: (title) =>
    compose`${prose(title)} không trả lời → ${code('UNAVAILABLE')}, và ${code('NOT_SERVING')} trong health check`,
  unimplemented: (names) => compose`${codes(names)} khi chưa viết → ${code('UNIMPLEMENTED')}`,
  internal: () => compose`Mọi lỗi khác → ${code('INTERNAL')}, không lộ gì`,
  optional: (owner, fields) =>
    compose`${code(owner)} không có ${codes(fields)}: vắng mặt vẫn là vắng mặt qua đường truyền, mã và cơ sở dữ liệu`,
  cleared: (operation, fields) => compose`${code(operation)} xóa những gì bên gọi bỏ trống trong ${codes(fields)}`,
  listBound: (field, max) =>
    compose`${code(field)} ở giới hạn ${code(max)}: thêm một nữa là ${code('FAILED_PRECONDITION')}`,
  removeMissing: (operation) => compose`${code(operation)} với định danh không có → ${code('NOT_FOUND')}`,
  defaults: (owner, fields) =>
    compose`${code(owner)}: bỏ trống ${codes(fields)} nghĩa là giá trị mặc định, kể cả khi cập nhật`,
  decimals: (fields) => compose`Chữ số vượt quá thang bị từ chối, không làm tròn: ${codes(fields)}`,
  deletion: (operation) => compose`Sau ${code(operation)} mọi lời gọi với định danh đó là ${code('NOT_FOUND')}`,
  terminal: (name, states) => compose`${code(name)} ở ${codes(states)}: không thao tác nào dẫn ra`,
  paging: (lists) =>
    compose`${codes(lists)}: ${code('page_size')} 0 nghĩa là 50 và nhiều nhất là 200; giá trị âm và token không giải mã được là ${code('INVALID_ARGUMENT')}`,
  empty: () => compose`Lỗi và trường hợp biên suy ra từ mô hình.`,
};

export const testing: Phrases['strategy'] = {
  unit: () => 'Unit test cho miền',
  repository: () => 'Kiểm thử repository',
  application: () => 'Kiểm thử application service',
  endToEnd: () => 'Kiểm thử đầu cuối',
  adapters: () => 'Kiểm thử adapter',
  tool: () => 'Công cụ',
  unitText: (rules, transitions) =>
    compose`kiểm thử quy tắc và bất biến: ${counted(rules, 'quy tắc')} với trường hợp giữ được và vi phạm, ${counted(transitions, 'chuyển trạng thái')} từ mọi trạng thái`,
  repositoryText: (names, title) =>
    compose`một bộ contract test cho ${names.length === 0 ? compose`mọi repository` : codes(names)} với bộ nhớ và ${prose(title)}: khứ hồi, finder, tổ hợp duy nhất, hai bên ghi, rollback`,
  applicationText: (count) =>
    compose`kịch bản tích hợp và đường lỗi của ${counted(count, 'use case')}, với bản giả sau các port`,
  endToEndText: (services) =>
    compose`luồng trọn vẹn qua ${services.length === 0 ? compose`các dịch vụ gRPC` : codes(services)}, mọi trạng thái lỗi, khởi động lại ở giữa`,
  adapterText: (names) => compose`${codes(names)} với lỗi được tiêm vào`,
  toolText: (tests, typecheck) => compose`${prose(tests)}; ${code(typecheck)} không bỏ qua lỗi nào`,
};

export const reminders: Phrases['reminders'] = {
  load: (dotenv) => compose`Nạp mọi cấu hình cơ sở dữ liệu từ ${code('.env')} bằng ${prose(dotenv)}`,
  validate: (tool) => compose`Kiểm tra biến môi trường tồn tại trước khi kết nối (${prose(tool)})`,
  urls: () =>
    compose`Dùng URL cơ sở dữ liệu riêng cho từng môi trường: ${code('DATABASE_URL')} để chạy, ${code('TEST_DATABASE_URL')} để kiểm thử`,
  noCredentials: (context) => compose`KHÔNG hardcode thông tin đăng nhập trong bất kỳ tệp nào của ${code(context)}`,
  messages: () => compose`Thông báo lỗi rõ ràng cho cấu hình thiếu: mọi tên, không giá trị nào`,
  pool: () => compose`Connection pool được cấu hình qua biến môi trường`,
  adapters: (variables) => compose`Giữ ${codes(variables)} ngoài mã và log`,
  requiredComment: () => '# Cấu hình cơ sở dữ liệu (BẮT BUỘC)',
  serviceComment: () => '# Dịch vụ',
  adapterComment: (name) => `# ${name}`,
  echoComment: () => '# Đặt true để gỡ lỗi SQL',
  violations: () => [
    compose`Hardcode chuỗi kết nối trong hiện thực repository`,
    compose`Thiếu kiểm tra biến môi trường`,
    compose`Thông tin đăng nhập cơ sở dữ liệu nằm trực tiếp trong tệp cấu hình`,
    compose`Thiếu xử lý lỗi kết nối`,
    compose`Thiếu health check cho cơ sở dữ liệu`,
  ],
};
