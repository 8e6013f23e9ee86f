import { code, codes, joined, link, compose, prose, type Markdown } from '../../markdown';
import type { Phrases } from '../phrases';
import { counted, someOf } from './counting';

export const overview: Phrases['overview'] = {
  effort: (hours): Markdown =>
    hours < 8
      ? counted(hours, 'giờ')
      : compose`${counted(hours, 'giờ')} (khoảng ${counted(Math.round(hours / 4) / 2, 'ngày làm việc')})`,
  phaseEstimate: (hours) => counted(hours, 'giờ'),
  objective: (title, context, aggregates) =>
    aggregates.length === 0
      ? compose`${prose(title)} trong bounded context ${code(context)}`
      : compose`${prose(title)}: ${codes(aggregates)} trong bounded context ${code(context)}, dưới dạng dịch vụ gRPC`,
  noAggregates: () => compose`chưa có`,
  summary: (counts, language, database) =>
    compose`Kế hoạch xây dựng ${counted(counts.aggregates.length, 'aggregate')} (${codes(counts.aggregates)}) với ${someOf(
      [
        [counts.entities, 'thực thể con'],
        [counts.valueObjects, 'value object'],
        [counts.operations, 'thao tác'],
        [counts.invariants, 'bất biến'],
        [counts.events, 'domain event'],
      ],
    )}. Có ${counted(counts.useCases, 'use case')} và ${counted(counts.rpcs, 'rpc')} được công bố${counts.services.length === 0 ? compose`` : compose` qua ${codes(counts.services)}`}. Viết bằng ${prose(language)}, lưu trong ${prose(database)}.`,
  summaryWithout: (context, language, database) =>
    compose`Kế hoạch mở bounded context ${code(context)}, viết bằng ${prose(language)}, lưu trong ${prose(database)}. Chưa có aggregate nào: hãy mô hình hóa aggregate đầu tiên ở phần Mô hình miền; công việc, tệp và sơ đồ sẽ suy ra từ đó.`,
  unfinished: (count, names, more) =>
    compose`Sau khi scaffold còn ${counted(count, 'chỗ')} phải viết tay: ${codes(names)}${more === 0 ? compose`` : compose` và ${more} chỗ khác`}.`,
  finished: () => compose`Sau khi scaffold không còn gì phải viết tay.`,
  description: (name, text) => compose`${code(name)}: ${prose(text)}`,
};

export const prerequisites: Phrases['prerequisites'] = {
  design: (address) => compose`Kiến trúc: ${link(prose(address), address)}`,
  plan: (id, title, address, context) =>
    compose`Kế hoạch trước ${link(compose`${prose(id)} ${prose(title)}`, address)}${context === undefined ? compose`` : compose` của context ${code(context)}`}`,
  noPlans: () => compose`Không có kế hoạch trước.`,
  context: (name, directory, aggregates) =>
    compose`Context hiện có ${code(name)} trong ${code(directory)}${aggregates.length === 0 ? compose`` : compose` với ${codes(aggregates)}`}`,
  noContexts: () => compose`Không có context hiện có.`,
  foreignReference: (from, target, known) =>
    compose`${code(from)} giữ định danh của ${code(target)}${known ? compose`` : compose`; chưa có kế hoạch nào trong workspace mô tả context đó`}`,
  foreignEvent: (event, known) =>
    compose`Context lắng nghe ${code(event)}${known ? compose`` : compose`; chưa có kế hoạch nào trong workspace mô tả context đó`}`,
  clash: (name, owner) =>
    compose`⚠️ Tên ${code(name)} đã được dùng trong ${code(owner)}: đổi tên một bên, hoặc nêu trong cả hai kế hoạch chúng khác nhau thế nào`,
  database: (database, embedded) =>
    compose`${prose(database)}${embedded === undefined ? compose`` : compose`; khi chưa có máy chủ, ${code('.env')} được scaffold trỏ tới cơ sở dữ liệu nhúng (${prose(embedded)})`}`,
  adapter: (name, variables) =>
    compose`Quyền truy cập hệ thống phía sau ${code(name)}${variables.length === 0 ? compose`` : compose`: ${codes(variables)}`}`,
};

export const model: Phrases['model'] = {
  intro: () =>
    compose`Khối dưới đây là mô hình: công việc, tệp, sơ đồ và mã suy ra từ nó. Hãy sửa kế hoạch tại đây trước.`,
  classDiagram: () => compose`Sơ đồ lớp`,
  classDiagramOf: (names) => compose`Sơ đồ lớp: ${joined(names.map(prose))}`,
  lifecycle: (aggregate, field) => compose`Vòng đời: ${prose(aggregate)}.${prose(field)}`,
};

export const taskList: Phrases['taskList'] = {
  reminder: (dotenv) =>
    compose`⚠️ Mọi thiết lập cơ sở dữ liệu đến từ ${code('.env')} qua ${prose(dotenv)}: không có chuỗi kết nối, người dùng, mật khẩu, host hay port trong mã.`,
};
