import { code, codes, joined, compose, prose } from '../../markdown';
import type { Phrases } from '../phrases';
import { counted, someOf } from './counting';

export const compliance: Phrases['compliance'] = {
  independent: (context) =>
    compose`Tầng miền của ${code(context)} độc lập với hạ tầng: chỉ import thư viện chuẩn và shared kernel`,
  boundary: (name, entities) =>
    compose`Giữ đúng biên aggregate: ${entities.length === 0 ? compose`${code(name)} chỉ thay đổi qua gốc của nó` : compose`chỉ ${code(name)} thay đổi ${codes(entities)}`}`,
  references: (from, targets) =>
    compose`${code(from)} tham chiếu ${codes(targets)} bằng định danh, không bao giờ bằng đối tượng`,
  encapsulated: (count) =>
    compose`Logic nghiệp vụ nằm trong đối tượng miền: ${count === 0 ? compose`mọi quy tắc` : counted(count, 'quy tắc')} với phương thức và lỗi có tên`,
  repositories: (names) =>
    compose`Repository tuân theo phân tách interface: những gì use case gọi nằm trong ${codes(names)}, không hơn`,
  valueObjects: (names) => compose`Bất biến và so sánh theo giá trị: ${codes(names)}`,
  events: (count) =>
    compose`${counted(count, 'domain event')} do chính aggregate thay đổi ghi lại, với tên tường minh và có phiên bản`,
  useCases: () => compose`Use case chỉ điều phối và không chứa quy tắc nghiệp vụ`,
  empty: (context) => compose`Mỗi aggregate của ${code(context)} mang tên từ ngôn ngữ chung`,
};

export const decisions: Phrases['decisions'] = {
  aggregateDesign: () => 'Thiết kế aggregate',
  repositoryStrategy: () => 'Chiến lược repository',
  domainEvents: () => 'Domain event',
  valueObjects: () => 'Value object',
  concurrency: () => 'Đồng thời',
  readSide: () => 'Phía đọc',
  integration: () => 'Tích hợp',
  root: (name, entities, states) =>
    compose`${code(name)} là một gốc riêng${entities.length === 0 ? compose`` : compose` và sở hữu ${codes(entities)}: không tồn tại ngoài gốc`}${states === 0 ? compose`` : compose`; ${counted(states, 'trạng thái')} canh giữ các thao tác`}`,
  openRoot: (context) => compose`để ngỏ cho đến khi ${code(context)} có aggregate đầu tiên`,
  repositories: (names, sql) =>
    compose`mỗi gốc một repository (${codes(names)}), ${prose(sql)} với mapper tường minh, nạp và lưu trọn aggregate`,
  noRepositories: () => compose`mỗi gốc một repository`,
  eventSourced: (names) => compose`${codes(names)} được lưu dưới dạng event: lịch sử chính là trạng thái`,
  published: (count) =>
    compose`${counted(count, 'event')} ghi vào outbox trong giao dịch của thay đổi, giao ít nhất một lần`,
  policies: (names) => compose`nhất quán cuối cùng giữa các aggregate, sau giao dịch, bằng ${codes(names)}`,
  noEvents: () => compose`chưa có`,
  wrapped: (simple, composite) =>
    simple.length + composite.length === 0
      ? compose`không khai báo; ràng buộc nằm ở các trường`
      : joined(
          [
            ...(simple.length === 0 ? [] : [compose`bọc một giá trị, để trần trên đường truyền: ${codes(simple)}`]),
            ...(composite.length === 0
              ? []
              : [compose`nhiều giá trị chỉ có nghĩa khi đi cùng nhau: ${codes(composite)}`]),
          ],
          '; ',
        ),
  optimistic: () =>
    compose`lạc quan: mỗi aggregate một phiên bản, kiểm tra trong UPDATE; bên ghi sau nhận ${code('ABORTED')}`,
  queries: (names) => compose`đọc hàng, không đọc aggregate, cho ${codes(names)}`,
  adapters: (names) => compose`kiểu bên ngoài ở lại sau port của ${codes(names)}`,
};

export const solid: Phrases['solid'] = {
  srp: () => 'Vi phạm SRP cần tránh',
  direction: () => 'Hướng phụ thuộc',
  interfaces: () => 'Thiết kế interface',
  extension: () => 'Điểm mở rộng',
  substitution: () => 'Thay thế Liskov',
  srpRules: (roots, useCases) =>
    compose`quy tắc của ${roots.length === 0 ? compose`aggregate` : codes(roots)} nằm trong ${useCases === 0 ? compose`use case` : counted(useCases, 'use case')}, SQL trong miền, ánh xạ trong dịch vụ gRPC`,
  inward: () => compose`trình bày → ứng dụng → miền ← hạ tầng; miền không import tầng nào khác`,
  contracts: (names) =>
    compose`${names.length === 0 ? compose`repository và port` : codes(names)}: nhỏ, thuộc về bên gọi`,
  points: (names) =>
    names.length === 0
      ? compose`use case mới, adapter mới, policy mới: không cái nào sửa aggregate`
      : joined(names, '; '),
  newMember: (enumName, adapter) => compose`giá trị mới của ${code(enumName)} là adapter mới của ${code(adapter)}`,
  newPolicy: (event) => compose`phản ứng mới với ${code(event)} là policy mới`,
  newUseCase: () => compose`use case mới không sửa aggregate`,
  sameContract: () =>
    compose`repository trong bộ nhớ và trong cơ sở dữ liệu qua cùng một bộ contract test, bản giả và adapter qua một bộ khác`,
};

export const risks: Phrases['risks'] = {
  domain: () => 'Vi phạm DDD',
  performance: () => 'Vấn đề hiệu năng',
  transactions: () => 'Biên giao dịch',
  external: () => 'Hệ thống bên ngoài',
  data: () => 'Độ trung thực của dữ liệu',
  unfinished: () => 'Quy tắc chưa viết',
  contexts: () => 'Biên context',
  security: () => 'Bảo mật cơ sở dữ liệu',
  environment: () => 'Cấu hình môi trường',
  reference: (from, target) =>
    compose`${code(from)} giữ định danh của ${code(target)} và có thể dựa vào trạng thái của nó → nạp ${code(target)} trong use case, mỗi giao dịch chỉ thay đổi một trong hai`,
  cycle: (names) =>
    compose`${codes(names)} tham chiếu vòng tròn lẫn nhau → cho một chiều đi qua event, hoặc tìm aggregate mà chúng cùng tạo thành`,
  selfReference: (name) =>
    compose`${code(name)} tham chiếu chính nó → cấm vòng định danh bằng điều kiện của thao tác gán`,
  large: (name, fields, entities) =>
    compose`${code(name)} lớn (${someOf([
      [fields, 'trường'],
      [entities, 'thực thể con'],
    ])}), các bên ghi sẽ va chạm → tìm phần không chung bất biến và tách ra`,
  transitions: (name, transitions, states) =>
    compose`${code(name)} có ${counted(transitions, 'chuyển trạng thái')} giữa ${counted(states, 'trạng thái')} → kiểm thử mọi thao tác từ mọi trạng thái, mặc định là từ chối`,
  anemic: (name) =>
    compose`${code(name)} không có bất biến và không có thao tác nào ngoài việc tạo, một mô hình thiếu hành vi → tìm quy tắc của nó, hoặc biến nó thành value object của aggregate khác`,
  unbounded: (field) =>
    compose`${code(field)} không có giới hạn trên và được nạp cùng aggregate → giới hạn bằng ${code('max')}, hoặc biến phần tử thành aggregate`,
  longList: (field, max) =>
    compose`${code(field)} có thể chứa ${code(max)} phần tử được nạp cùng aggregate → nạp phần tử con bằng một truy vấn, và đo việc lưu ở giới hạn`,
  containsFilter: (finder, field) =>
    compose`${code(finder)} tìm bên trong danh sách ${code(field)} → lập chỉ mục chứa, và đo với lượng dữ liệu thật`,
  paging: (finders) =>
    compose`kết quả lớn dần theo dữ liệu ở ${codes(finders)} → phân trang theo khóa, mỗi bộ lọc một chỉ mục`,
  nPlusOne: () =>
    compose`truy vấn N+1 khi nạp → số truy vấn cố định cho mỗi aggregate, chứng minh bằng bộ contract test`,
  oneAggregate: () =>
    compose`nhất quán dữ liệu giữa các aggregate → mỗi giao dịch một aggregate, phần còn lại theo event`,
  several: (useCase, names) =>
    compose`${code(useCase)} chạm tới ${codes(names)} → mỗi giao dịch thay đổi một, các aggregate khác chỉ đọc`,
  contention: (name, fields) =>
    compose`các bên ghi ${code(name)} tranh nhau ${codes(fields)} → kiểm tra phiên bản quyết định, bên gọi thử lại sau ${code('ABORTED')}`,
  policy: (name, event, useCase) =>
    compose`${code(name)} chạy ${code(useCase)} sau ${code(event)}, có thể muộn hoặc hai lần → làm cho nó lũy đẳng, và để riêng những gì cứ thất bại`,
  adapter: (name, operations) =>
    compose`${code(name)} có thể chậm, hỏng hoặc sai ở ${codes(operations)} → timeout, thử lại có giới hạn, circuit breaker, kiểm thử tiêm lỗi`,
  adapterInTransaction: (useCase, adapter) =>
    compose`${code(useCase)} gọi ${code(adapter)} → không bao giờ trong giao dịch đang mở; ghi lại ý định trước`,
  decimals: (fields) =>
    compose`mất chữ số khi ${codes(fields)} thành số thực nhị phân → kiểu thập phân từ đường truyền đến cơ sở dữ liệu, chuỗi trong hợp đồng`,
  bigints: (fields) => compose`hơn 53 bit trong ${codes(fields)} → kiểu 64 bit từ đầu đến cuối, không đổi sang number`,
  instants: (fields) =>
    compose`mất micro giây hoặc múi giờ ở ${codes(fields)} → thời điểm UTC, lưu và so sánh theo micro giây`,
  unfinishedRules: (count, names, more) =>
    compose`${counted(count, 'chỗ')} chưa viết sau khi scaffold, cho qua mọi thứ hoặc trả lời ${code('UNIMPLEMENTED')}: ${codes(names)}${more === 0 ? compose`` : compose` và ${more} chỗ khác`} → kiểm thử chờ nêu tên chúng, và báo cáo đếm chúng`,
  foreignReference: (field, target) =>
    compose`${code(field)} giữ định danh của ${code(target)} mà không có khóa ngoại → coi là chưa biết cho đến khi context kia trả lời`,
  foreignEvent: (event) =>
    compose`${code(event)} có thể thay đổi mà context này không biết → chỉ dùng các trường kế hoạch nêu, và đối chiếu với kế hoạch kia`,
  clash: (name, owner) =>
    compose`${code(name)} có nghĩa khác trong ${code(owner)} → ghi cả hai nghĩa vào ngôn ngữ chung, hoặc đổi tên một bên`,
  noModel: (context) =>
    compose`${code(context)} được xây trước khi được mô hình hóa → không viết mã trước khi aggregate đầu tiên có trong Mô hình miền`,
  credentials: (database) =>
    compose`hardcode thông tin đăng nhập ${prose(database)} → chỉ dùng ${code('.env')}, kiểm tra ở mỗi thay đổi, giữ ${code('.env')} ngoài quản lý phiên bản`,
  missingVariables: (count) =>
    compose`thiếu hoặc sai trong ${counted(count, 'biến')} → kiểm tra tất cả khi khởi động, nêu tên mọi biến thiếu, không in giá trị`,
};
