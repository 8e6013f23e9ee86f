/** Languages that a plan's headings and phrases may be written in. */
export const LOCALES = ['en', 'vi'] as const;
export type Locale = (typeof LOCALES)[number];

/** Sections of a plan in the order of the plan format, section 2. */
export const SECTIONS = [
  'overview',
  'executiveSummary',
  'prerequisites',
  'domainModel',
  'taskList',
  'compliance',
  'steps',
  'decisions',
  'solid',
  'risks',
  'database',
  'errors',
  'testing',
  'reminders',
  'securityChecklist',
  'envDocumentation',
  'violations',
] as const;
export type SectionKey = (typeof SECTIONS)[number];

export const HEADER_FIELDS = ['file', 'created', 'week'] as const;
export type HeaderField = (typeof HEADER_FIELDS)[number];

export const OVERVIEW_FIELDS = ['objective', 'context', 'aggregates', 'effort'] as const;
export type OverviewField = (typeof OVERVIEW_FIELDS)[number];

/** The first spelling is the one that a rendered plan bears; the others are understood as well. */
export type Spellings = readonly [written: string, ...understood: string[]];

/** The headings and labels of one language: all that the parser knows of it. Emoji, case, accents and emphasis are ignored in reading. */
export interface HeadingTable {
  readonly title: Spellings;
  readonly sections: Readonly<Record<SectionKey, Spellings>>;
  /** The word before the number: `Phase 1`. */
  readonly phase: Spellings;
  /** Names of phases 1 to 6. */
  readonly phases: readonly [string, string, string, string, string, string];
  readonly step: Spellings;
  /** Names of steps 1 to 5. */
  readonly steps: readonly [string, string, string, string, string];
  readonly header: Readonly<Record<HeaderField, Spellings>>;
  readonly overview: Readonly<Record<OverviewField, Spellings>>;
  readonly estimate: Spellings;
  readonly filesToCreate: Spellings;
}

const ENGLISH: HeadingTable = {
  title: ['Implementation Plan', 'Plan'],
  sections: {
    overview: ['Overview'],
    executiveSummary: ['Executive Summary', 'Summary', 'Executive summary of the feature'],
    prerequisites: ['Prerequisites and Dependencies', 'Prerequisites', 'Prerequisites & Dependencies', 'Dependencies'],
    domainModel: ['Domain Model'],
    taskList: ['📋 Implementation Task List', 'Task List', 'Implementation Tasks', 'Tasks'],
    compliance: ['DDD Compliance Check', 'DDD Compliance Checklist', 'DDD Compliance'],
    steps: ['Implementation Steps', 'Step-by-step implementation guide'],
    decisions: ['DDD Pattern Decisions', 'Technical decisions and rationale'],
    solid: ['SOLID Compliance Plan', 'SOLID Compliance'],
    risks: ['Risk Assessment', 'Risks'],
    database: ['Database Planning Requirements', 'Database Planning', 'Database Requirements'],
    errors: [
      'Error Handling and Edge Cases',
      'Error Handling & Edge Cases',
      'Error Handling',
      'Error handling strategies',
    ],
    testing: ['Testing Strategy for Developer', 'Testing Strategy', 'Testing approach recommendations'],
    reminders: ['Mandatory Database Reminders for Developer', 'Mandatory Database Reminders', 'Database Reminders'],
    securityChecklist: ['🔒 Database Security Checklist'],
    envDocumentation: ['📝 Required .env Documentation', 'Required env Documentation'],
    violations: [
      '⚠️ Common Database Planning Violations to Prevent',
      'Common Database Violations to Prevent',
      'Common Database Planning Violations',
    ],
  },
  phase: ['Phase'],
  phases: [
    'Domain Layer Setup',
    'Repository Layer',
    'Application Layer',
    'Infrastructure Integration',
    'Presentation Layer',
    'Testing & Validation',
  ],
  step: ['Step'],
  steps: ['Domain Layer', 'Repository Layer', 'Application Layer', 'Infrastructure Integration', 'Presentation Layer'],
  header: { file: ['File'], created: ['Created', 'Created on', 'Date'], week: ['Week', 'Week of year'] },
  overview: {
    objective: ['Objective', 'Goal'],
    context: ['DDD Context', 'Bounded Context', 'Context'],
    aggregates: ['Affected Aggregates', 'Affected Aggregate', 'Aggregates'],
    effort: ['Estimated Effort', 'Effort', 'Estimated total'],
  },
  estimate: ['Estimated time', 'Estimate', 'Estimated effort', 'Estimated duration', 'Time estimate', 'Effort', 'Time'],
  filesToCreate: [
    'Files to create',
    'Files to create/modify',
    'Files to modify',
    'Files to create or modify',
    'Files to create and modify',
    'Files to modify/create',
    'File to create',
    'Files to update',
    'Files to create/update',
  ],
};

const VIETNAMESE: HeadingTable = {
  title: ['Kế hoạch triển khai', 'Kế hoạch thực hiện', 'Kế hoạch'],
  sections: {
    overview: ['Tổng quan'],
    executiveSummary: ['Tóm tắt điều hành', 'Tóm tắt', 'Tóm tắt tổng quan'],
    prerequisites: [
      'Điều kiện tiên quyết và phụ thuộc',
      'Điều kiện tiên quyết',
      'Điều kiện tiên quyết và các phụ thuộc',
      'Phụ thuộc',
    ],
    domainModel: ['Mô hình miền', 'Mô hình domain', 'Mô hình nghiệp vụ', 'Domain model'],
    taskList: [
      '📋 Danh sách công việc triển khai',
      'Danh sách công việc',
      'Danh sách nhiệm vụ triển khai',
      'Danh sách nhiệm vụ',
      'Danh sách task triển khai',
      'Danh sách task',
      'Danh sách công việc thực hiện',
    ],
    compliance: ['Kiểm tra tuân thủ DDD', 'Kiểm tra sự tuân thủ DDD', 'Tuân thủ DDD'],
    steps: ['Các bước triển khai', 'Các bước thực hiện', 'Các bước triển khai chi tiết'],
    decisions: [
      'Quyết định về mẫu DDD',
      'Quyết định mẫu DDD',
      'Quyết định về pattern DDD',
      'Quyết định DDD pattern',
      'Quyết định thiết kế DDD',
    ],
    solid: ['Kế hoạch tuân thủ SOLID', 'Tuân thủ SOLID'],
    risks: ['Đánh giá rủi ro', 'Rủi ro'],
    database: [
      'Yêu cầu lập kế hoạch cơ sở dữ liệu',
      'Yêu cầu về cơ sở dữ liệu',
      'Yêu cầu cơ sở dữ liệu',
      'Yêu cầu kế hoạch database',
      'Yêu cầu database',
    ],
    errors: [
      'Xử lý lỗi và các trường hợp biên',
      'Xử lý lỗi và trường hợp biên',
      'Xử lý lỗi và trường hợp đặc biệt',
      'Xử lý lỗi',
    ],
    testing: [
      'Chiến lược kiểm thử cho lập trình viên',
      'Chiến lược kiểm thử',
      'Chiến lược kiểm thử cho developer',
      'Chiến lược test',
    ],
    reminders: [
      'Nhắc nhở bắt buộc về cơ sở dữ liệu cho lập trình viên',
      'Nhắc nhở bắt buộc về cơ sở dữ liệu',
      'Nhắc nhở bắt buộc về database',
    ],
    securityChecklist: [
      '🔒 Danh sách kiểm tra bảo mật cơ sở dữ liệu',
      'Danh sách kiểm tra bảo mật database',
      'Checklist bảo mật cơ sở dữ liệu',
      'Checklist bảo mật database',
    ],
    envDocumentation: ['📝 Tài liệu .env bắt buộc', 'Tài liệu .env cần thiết', 'Tài liệu về .env bắt buộc'],
    violations: [
      '⚠️ Các vi phạm thường gặp khi lập kế hoạch cơ sở dữ liệu cần tránh',
      'Các vi phạm thường gặp về cơ sở dữ liệu cần tránh',
      'Các vi phạm database thường gặp cần tránh',
      'Các vi phạm thường gặp cần tránh',
    ],
  },
  phase: ['Giai đoạn', 'Pha'],
  phases: [
    'Thiết lập tầng miền',
    'Tầng kho lưu trữ',
    'Tầng ứng dụng',
    'Tích hợp hạ tầng',
    'Tầng trình bày',
    'Kiểm thử & xác nhận',
  ],
  step: ['Bước'],
  steps: ['Tầng miền', 'Tầng kho lưu trữ', 'Tầng ứng dụng', 'Tích hợp hạ tầng', 'Tầng trình bày'],
  header: {
    file: ['Tệp', 'Tập tin', 'File'],
    created: ['Ngày tạo', 'Tạo ngày', 'Đã tạo'],
    week: ['Tuần', 'Tuần trong năm'],
  },
  overview: {
    objective: ['Mục tiêu'],
    context: ['Bối cảnh DDD', 'Ngữ cảnh DDD', 'Bối cảnh', 'Ngữ cảnh'],
    aggregates: [
      'Aggregate bị ảnh hưởng',
      'Các aggregate bị ảnh hưởng',
      'Aggregate liên quan',
      'Các aggregate liên quan',
    ],
    effort: [
      'Ước lượng công sức',
      'Ước tính công sức',
      'Công sức ước tính',
      'Thời gian ước tính',
      'Ước tính thời gian',
      'Ước lượng thời gian',
    ],
  },
  estimate: [
    'Thời gian ước tính',
    'Ước tính',
    'Ước lượng',
    'Ước tính thời gian',
    'Ước lượng thời gian',
    'Ước lượng công sức',
    'Thời gian',
  ],
  filesToCreate: [
    'Các tệp cần tạo',
    'Tệp cần tạo',
    'Các tệp cần tạo/sửa',
    'Tệp cần tạo/sửa',
    'Các tệp cần tạo/chỉnh sửa',
    'Các tập tin cần tạo',
    'Tập tin cần tạo',
    'Các file cần tạo',
    'File cần tạo',
    'Các file cần tạo/sửa',
    'File cần tạo/sửa',
    'Các file cần tạo/chỉnh sửa',
    'Các tệp cần sửa',
    'Các file cần sửa',
  ],
};

/** Headings of a plan by language; a further language is a further entry. */
export const HEADINGS: Readonly<Record<Locale, HeadingTable>> = { en: ENGLISH, vi: VIETNAMESE };
