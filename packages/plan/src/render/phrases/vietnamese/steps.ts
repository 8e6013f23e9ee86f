import { code, codes, compose, prose } from '../../markdown';
import type { Phrases } from '../phrases';
import { counted } from './counting';

export const steps: Phrases['steps'] = {
  noFiles: () => compose`Chưa có tệp: chúng suy ra từ mô hình.`,
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
    compose`Định danh thực thể: ${generated.length === 0 ? compose`` : compose`uuid tự sinh với kiểu riêng cho ${codes(generated)}`}${generated.length > 0 && given.length > 0 ? compose`; ` : compose``}${given.length === 0 ? compose`` : compose`bên gọi cho định danh của ${codes(given)}`}`,
  invariants: (names) =>
    compose`Bất biến nghiệp vụ: ${names.length === 0 ? compose`các ràng buộc của trường; mô hình không nêu thêm` : codes(names)}`,
  valueObjects: (names) =>
    compose`Tính bất biến của value object: ${names.length === 0 ? compose`mô hình không khai báo` : compose`không đổi, kể cả tập hợp lồng bên trong, và so sánh theo giá trị cho ${codes(names)}`}`,
  root: (name, entities, references) =>
    compose`Aggregate root ${code(name)}: lối vào của ${entities.length === 0 ? compose`các trường của chính nó` : codes(entities)}${references.length === 0 ? compose`` : compose`; chỉ biết ${codes(references)} qua định danh`}`,
  srp: (names) => compose`SRP: quy tắc nằm trong ${codes(names)}; nạp dữ liệu, truyền tải và cấu hình ở các tầng khác`,
  ocp: (points) =>
    compose`OCP: ${points.length === 0 ? compose`quy tắc mới là phương thức mới có tên` : compose`quy tắc mới là phương thức mới có tên; giá trị mới thêm vào ${codes(points)}`}`,
  dip: (names) =>
    compose`DIP: miền chỉ biết ${names.length === 0 ? compose`đồng hồ và định danh` : compose`${codes(names)}, đồng hồ và định danh`} qua interface`,
};

export const repositoryStep: Phrases['repositoryStep'] = {
  abstract: (names) => compose`Interface trừu tượng ở tầng miền: ${codes(names)}`,
  concrete: (sql, driver) => compose`Hiện thực cụ thể ở tầng hạ tầng bằng ${prose(sql)} và ${prose(driver)}`,
  loading: (name, children) =>
    compose`${code(name)} được nạp và lưu trọn vẹn${children.length === 0 ? compose`` : compose`, cùng ${codes(children)}`}`,
  events: (name) => compose`${code(name)} được lưu dưới dạng các event`,
  boundaries: () => compose`Biên giao dịch: một aggregate và các mục outbox của nó trong mỗi unit of work`,
};

export const databaseRules: Phrases['databaseRules'] = {
  useEnv: () => compose`Hiện thực repository PHẢI dùng cấu hình cơ sở dữ liệu từ ${code('.env')}`,
  load: (dotenv, call) => compose`Dùng ${prose(dotenv)}: ${code(call)} khi ứng dụng khởi động`,
  validate: (names) => compose`Kiểm tra các biến môi trường bắt buộc: ${codes(names)}`,
  validateAll: (count, section) =>
    compose`Kiểm tra đủ ${counted(count, 'biến môi trường')} khi khởi động; chúng nằm ở phần ${prose(section)}`,
  noCredentials: () => compose`KHÔNG hardcode thông tin đăng nhập ở bất kỳ đâu trong mã repository`,
  connectionErrors: () =>
    compose`Xử lý lỗi kết nối và cấu hình ${code('.env')} thiếu bằng một thông báo nêu tên mọi biến, không bao giờ nêu giá trị`,
  neverHardcode: () => compose`KHÔNG BAO GIỜ hardcode chuỗi kết nối, mật khẩu, host, port`,
  document: () => compose`Ghi các biến bắt buộc cho lập trình viên vào ${code('.env.example')}`,
};

export const applicationStep: Phrases['applicationStep'] = {
  orchestration: (count) =>
    compose`Chỉ điều phối trong ${counted(count, 'use case')}; mọi quy tắc nghiệp vụ ở lại trong miền`,
  uses: (useCase, names) => compose`${code(useCase)} điều phối ${codes(names)}`,
  transactions: (count) => compose`Quản lý giao dịch: ${counted(count, 'lệnh')}, mỗi lệnh một unit of work`,
  errors: () => compose`Xử lý lỗi và kiểm tra theo thứ tự đầu vào, tồn tại, phiên bản, trạng thái`,
  dtos: (names) => compose`Ánh xạ DTO cho ${codes(names)}: không aggregate nào rời khỏi tầng`,
};

export const integrationStep: Phrases['integrationStep'] = {
  antiCorruption: (name, select) =>
    compose`Anti-corruption layer ${code(name)}: port ở tầng ứng dụng${select === undefined ? compose`` : compose`, mỗi giá trị của ${code(select)} một adapter, chọn lúc chạy`}`,
  noAdapters: () => compose`Anti-corruption layer: mô hình không nêu hệ thống bên ngoài nào`,
  container: () => compose`Dependency injection: một composition root có kiểu, xác định lúc biên dịch`,
  environment: () => compose`**CHỈ cấu hình cơ sở dữ liệu từ .env**`,
};

export const grpcStep: Phrases['grpcStep'] = {
  mapping: (names) => compose`Ánh xạ thông điệp proto cho ${codes(names)}, tường minh theo cả hai chiều`,
  service: (name, rpcs) => compose`${code(name)}: ${codes(rpcs)}`,
  statuses: () =>
    compose`Xử lý lỗi và mã trạng thái: ${codes(['INVALID_ARGUMENT', 'NOT_FOUND', 'ALREADY_EXISTS', 'FAILED_PRECONDITION', 'ABORTED', 'UNAVAILABLE', 'UNIMPLEMENTED', 'INTERNAL'])}`,
  validation: (tool) => compose`Kiểm tra đầu vào bằng ${prose(tool)}, báo theo từng trường vi phạm`,
  responses: () => compose`Định dạng phản hồi: aggregate trong trường mang tên nó, danh sách theo trang`,
};
