import { code, codes, md, prose } from '../../markdown';
import type { Phrases } from '../phrases';
import { counted } from './counting';

export const steps: Phrases['steps'] = {
  noFiles: () => md`Chưa có tệp: chúng suy ra từ mô hình.`,
  signatures: () => 'Chữ ký phương thức',
  patterns: () => 'Hiện thực mẫu DDD',
  solid: () => 'Kiểm tra nguyên tắc SOLID',
  repositoryPattern: () => 'Mẫu Repository',
  databaseConfig: () => '⚠️ YÊU CẦU CẤU HÌNH CƠ SỞ DỮ LIỆU',
  applicationDesign: () => 'Thiết kế application service',
  integration: () => 'Cách tích hợp',
  criticalDatabase: () => '⚠️ YÊU CẦU CƠ SỞ DỮ LIỆU QUAN TRỌNG',
  grpcDesign: () => 'Thiết kế dịch vụ gRPC',
};

export const domainStep: Phrases['domainStep'] = {
  identity: (generated, given) =>
    md`Định danh thực thể: ${generated.length === 0 ? md`` : md`uuid tự sinh với kiểu riêng cho ${codes(generated)}`}${generated.length > 0 && given.length > 0 ? md`; ` : md``}${given.length === 0 ? md`` : md`bên gọi cho định danh của ${codes(given)}`}`,
  invariants: (names) => md`Bất biến nghiệp vụ: ${names.length === 0 ? md`các ràng buộc của trường; mô hình không nêu thêm` : codes(names)}`,
  valueObjects: (names) => md`Tính bất biến của value object: ${names.length === 0 ? md`mô hình không khai báo` : md`không đổi, kể cả tập hợp lồng bên trong, và so sánh theo giá trị cho ${codes(names)}`}`,
  root: (name, entities, references) =>
    md`Aggregate root ${code(name)}: lối vào của ${entities.length === 0 ? md`các trường của chính nó` : codes(entities)}${references.length === 0 ? md`` : md`; chỉ biết ${codes(references)} qua định danh`}`,
  srp: (names) => md`SRP: quy tắc nằm trong ${codes(names)}; nạp dữ liệu, truyền tải và cấu hình ở các tầng khác`,
  ocp: (points) => md`OCP: ${points.length === 0 ? md`quy tắc mới là phương thức mới có tên` : md`quy tắc mới là phương thức mới có tên; giá trị mới thêm vào ${codes(points)}`}`,
  dip: (names) => md`DIP: miền chỉ biết ${names.length === 0 ? md`đồng hồ và định danh` : md`${codes(names)}, đồng hồ và định danh`} qua interface`,
};

export const repositoryStep: Phrases['repositoryStep'] = {
  abstract: (names) => md`Interface trừu tượng ở tầng miền: ${codes(names)}`,
  concrete: (sql, driver) => md`Hiện thực cụ thể ở tầng hạ tầng bằng ${prose(sql)} và ${prose(driver)}`,
  loading: (name, children) => md`${code(name)} được nạp và lưu trọn vẹn${children.length === 0 ? md`` : md`, cùng ${codes(children)}`}`,
  events: (name) => md`${code(name)} được lưu dưới dạng các event`,
  boundaries: () => md`Biên giao dịch: một aggregate và các mục outbox của nó trong mỗi unit of work`,
};

export const databaseRules: Phrases['databaseRules'] = {
  useEnv: () => md`Hiện thực repository PHẢI dùng cấu hình cơ sở dữ liệu từ ${code('.env')}`,
  load: (dotenv, call) => md`Dùng ${prose(dotenv)}: ${code(call)} khi ứng dụng khởi động`,
  validate: (names) => md`Kiểm tra các biến môi trường bắt buộc: ${codes(names)}`,
  validateAll: (count, section) => md`Kiểm tra đủ ${counted(count, 'biến môi trường')} khi khởi động; chúng nằm ở phần ${prose(section)}`,
  noCredentials: () => md`KHÔNG hardcode thông tin đăng nhập ở bất kỳ đâu trong mã repository`,
  connectionErrors: () => md`Xử lý lỗi kết nối và cấu hình ${code('.env')} thiếu bằng một thông báo nêu tên mọi biến, không bao giờ nêu giá trị`,
  neverHardcode: () => md`KHÔNG BAO GIỜ hardcode chuỗi kết nối, mật khẩu, host, port`,
  document: () => md`Ghi các biến bắt buộc cho lập trình viên vào ${code('.env.example')}`,
};

export const applicationStep: Phrases['applicationStep'] = {
  orchestration: (count) => md`Chỉ điều phối trong ${counted(count, 'use case')}; mọi quy tắc nghiệp vụ ở lại trong miền`,
  uses: (useCase, names) => md`${code(useCase)} điều phối ${codes(names)}`,
  transactions: (count) => md`Quản lý giao dịch: ${counted(count, 'lệnh')}, mỗi lệnh một unit of work`,
  errors: () => md`Xử lý lỗi và kiểm tra theo thứ tự đầu vào, tồn tại, phiên bản, trạng thái`,
  dtos: (names) => md`Ánh xạ DTO cho ${codes(names)}: không aggregate nào rời khỏi tầng`,
};

export const integrationStep: Phrases['integrationStep'] = {
  antiCorruption: (name, select) => md`Anti-corruption layer ${code(name)}: port ở tầng ứng dụng${select === undefined ? md`` : md`, mỗi giá trị của ${code(select)} một adapter, chọn lúc chạy`}`,
  noAdapters: () => md`Anti-corruption layer: mô hình không nêu hệ thống bên ngoài nào`,
  container: () => md`Dependency injection: một composition root có kiểu, xác định lúc biên dịch`,
  environment: () => md`**CHỈ cấu hình cơ sở dữ liệu từ .env**`,
};

export const grpcStep: Phrases['grpcStep'] = {
  mapping: (names) => md`Ánh xạ thông điệp proto cho ${codes(names)}, tường minh theo cả hai chiều`,
  service: (name, rpcs) => md`${code(name)}: ${codes(rpcs)}`,
  statuses: () => md`Xử lý lỗi và mã trạng thái: ${codes(['INVALID_ARGUMENT', 'NOT_FOUND', 'ALREADY_EXISTS', 'FAILED_PRECONDITION', 'ABORTED', 'UNAVAILABLE', 'UNIMPLEMENTED', 'INTERNAL'])}`,
  validation: (tool) => md`Kiểm tra đầu vào bằng ${prose(tool)}, báo theo từng trường vi phạm`,
  responses: () => md`Định dạng phản hồi: aggregate trong trường mang tên nó, danh sách theo trang`,
};
