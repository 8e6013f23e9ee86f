import { code, codes, joined, link, md, prose, type Markdown } from '../../markdown';
import type { Phrases } from '../phrases';
import { counted, someOf } from './counting';

export const overview: Phrases['overview'] = {
  effort: (hours): Markdown => (hours < 8 ? counted(hours, 'giờ') : md`${counted(hours, 'giờ')} (khoảng ${counted(Math.round(hours / 4) / 2, 'ngày làm việc')})`),
  phaseEstimate: (hours) => counted(hours, 'giờ'),
  objective: (title, context, aggregates) =>
    aggregates.length === 0 ? md`${prose(title)} trong bounded context ${code(context)}` : md`${prose(title)}: ${codes(aggregates)} trong bounded context ${code(context)}, dưới dạng dịch vụ gRPC`,
  noAggregates: () => md`chưa có`,
  summary: (counts, language, database) =>
    md`Kế hoạch xây dựng ${counted(counts.aggregates.length, 'aggregate')} (${codes(counts.aggregates)}) với ${someOf([
      [counts.entities, 'thực thể con'],
      [counts.valueObjects, 'value object'],
      [counts.operations, 'thao tác'],
      [counts.invariants, 'bất biến'],
      [counts.events, 'domain event'],
    ])}. Có ${counted(counts.useCases, 'use case')} và ${counted(counts.rpcs, 'rpc')} được công bố${counts.services.length === 0 ? md`` : md` qua ${codes(counts.services)}`}. Viết bằng ${prose(language)}, lưu trong ${prose(database)}.`,
  summaryWithout: (context, language, database) =>
    md`Kế hoạch mở bounded context ${code(context)}, viết bằng ${prose(language)}, lưu trong ${prose(database)}. Chưa có aggregate nào: hãy mô hình hóa aggregate đầu tiên ở phần Mô hình miền; công việc, tệp và sơ đồ sẽ suy ra từ đó.`,
  unfinished: (count, names, more) => md`Sau khi scaffold còn ${counted(count, 'chỗ')} phải viết tay: ${codes(names)}${more === 0 ? md`` : md` và ${more} chỗ khác`}.`,
  finished: () => md`Sau khi scaffold không còn gì phải viết tay.`,
  description: (name, text) => md`${code(name)}: ${prose(text)}`,
};

export const prerequisites: Phrases['prerequisites'] = {
  design: (address) => md`Kiến trúc: ${link(prose(address), address)}`,
  plan: (id, title, address, context) => md`Kế hoạch trước ${link(md`${prose(id)} ${prose(title)}`, address)}${context === undefined ? md`` : md` của context ${code(context)}`}`,
  noPlans: () => md`Không có kế hoạch trước.`,
  context: (name, directory, aggregates) => md`Context hiện có ${code(name)} trong ${code(directory)}${aggregates.length === 0 ? md`` : md` với ${codes(aggregates)}`}`,
  noContexts: () => md`Không có context hiện có.`,
  foreignReference: (from, target, known) => md`${code(from)} giữ định danh của ${code(target)}${known ? md`` : md`; chưa có kế hoạch nào trong workspace mô tả context đó`}`,
  foreignEvent: (event, known) => md`Context lắng nghe ${code(event)}${known ? md`` : md`; chưa có kế hoạch nào trong workspace mô tả context đó`}`,
  clash: (name, owner) => md`⚠️ Tên ${code(name)} đã được dùng trong ${code(owner)}: đổi tên một bên, hoặc nêu trong cả hai kế hoạch chúng khác nhau thế nào`,
  database: (database, embedded) => md`${prose(database)}${embedded === undefined ? md`` : md`; khi chưa có máy chủ, ${code('.env')} được scaffold trỏ tới cơ sở dữ liệu nhúng (${prose(embedded)})`}`,
  adapter: (name, variables) => md`Quyền truy cập hệ thống phía sau ${code(name)}${variables.length === 0 ? md`` : md`: ${codes(variables)}`}`,
};

export const model: Phrases['model'] = {
  intro: () => md`Khối dưới đây là mô hình: công việc, tệp, sơ đồ và mã suy ra từ nó. Hãy sửa kế hoạch tại đây trước.`,
  classDiagram: () => md`Sơ đồ lớp`,
  classDiagramOf: (names) => md`Sơ đồ lớp: ${joined(names.map(prose))}`,
  lifecycle: (aggregate, field) => md`Vòng đời: ${prose(aggregate)}.${prose(field)}`,
};

export const taskList: Phrases['taskList'] = {
  reminder: (dotenv) => md`⚠️ Mọi thiết lập cơ sở dữ liệu đến từ ${code('.env')} qua ${prose(dotenv)}: không có chuỗi kết nối, người dùng, mật khẩu, host hay port trong mã.`,
};
