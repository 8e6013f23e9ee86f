import type { Scenario } from '../service/scenario';

const vnd = (amount: string) => ({ amount, currency: 'MONEY_CURRENCY_VND' });
const guardian = (phone: string) => ({
  name: { family: 'Trần', given: 'Mai' },
  relation: 'RELATION_MOTHER',
  phone,
  consents: [{ topic: `photos ${phone}` }],
});
const student = (id: string, email: string, given: string) => ({
  id,
  name: { family: 'Nguyễn', given },
  birthday: '2010-05-17',
  email,
  address: { street: '1 Tràng Tiền', lines: ['Tầng 2'], point: { latitude: 21.0245, longitude: 105.8412 } },
  nicknames: ['Tí', 'Bi'],
});

/** Students with an identity of their own, guardians inside them, courses with every kind of value, enrolments between them. */
export const school: Scenario = {
  package: 'school.v1',
  steps: [
    {
      call: 'StudentService/RegisterStudent',
      request: () => student('AB123456', 'an@example.vn', 'An'),
      answers: {
        student: {
          id: 'AB123456',
          name: { family: 'Nguyễn', given: 'An' },
          birthday: '2010-05-17',
          status: 'STUDENT_STATUS_APPLIED',
          version: '1',
          address: { city: 'Hà Nội' },
        },
      },
    },
    {
      call: 'StudentService/RegisterStudent',
      request: () => student('AB123456', 'other@example.vn', 'Bình'),
      status: 'ALREADY_EXISTS',
    },
    {
      call: 'StudentService/RegisterStudent',
      request: () => student('AB999999', 'an@example.vn', 'Bình'),
      status: 'ALREADY_EXISTS',
    },
    {
      call: 'StudentService/RegisterStudent',
      request: () => ({ ...student('wrong', 'nobody', 'An'), birthday: '2010-02-30', nicknames: ['Tí', 'Tí'] }),
      status: 'INVALID_ARGUMENT',
      says: ['birthday', 'email', 'nicknames', '"id"'],
    },
    { call: 'StudentService/GetStudent', request: () => ({ id: 'ZZ000000' }), status: 'NOT_FOUND' },
    { call: 'StudentService/GraduateStudent', request: () => ({ id: 'AB123456' }), status: 'FAILED_PRECONDITION' },
    {
      call: 'StudentService/EnrollStudent',
      request: () => ({
        id: 'AB123456',
        expected_version: '1',
        card: { number: 'C-1', issued_at: '2026-08-24T08:00:00.123456Z', balance: vnd('1000.50') },
      }),
      answers: {
        student: {
          status: 'STUDENT_STATUS_ENROLLED',
          version: '2',
          card: { number: 'C-1', issued_at: '2026-08-24T08:00:00.123456Z', balance: vnd('1000.50') },
        },
      },
    },
    {
      call: 'StudentService/SuspendStudent',
      request: () => ({ id: 'AB123456', expected_version: '1', reason: 'late' }),
      status: 'ABORTED',
    },
    {
      call: 'StudentService/AddGuardianStudent',
      request: () => ({ id: 'AB123456', guardian: guardian('+84901234567') }),
      answers: {
        student: {
          guardians: [
            { relation: 'RELATION_MOTHER', phone: '+84901234567', consents: [{ topic: 'photos +84901234567' }] },
          ],
        },
      },
      remember: { guardian: 'student.guardians.0.id' },
    },
    {
      call: 'StudentService/AddGuardianStudent',
      request: () => ({ id: 'AB123456', guardian: guardian('+84901234567') }),
      status: 'ALREADY_EXISTS',
    },
    {
      call: 'StudentService/AddGuardianStudent',
      request: () => ({ id: 'AB123456', guardian: guardian('+84901234568') }),
    },
    {
      call: 'StudentService/AddGuardianStudent',
      request: () => ({ id: 'AB123456', guardian: guardian('+84901234569') }),
    },
    {
      call: 'StudentService/AddGuardianStudent',
      request: () => ({ id: 'AB123456', guardian: guardian('+84901234570') }),
    },
    {
      call: 'StudentService/AddGuardianStudent',
      request: () => ({ id: 'AB123456', guardian: guardian('+84901234571') }),
      status: 'FAILED_PRECONDITION',
    },
    {
      call: 'StudentService/RemoveGuardianStudent',
      request: ({ guardian: id }) => ({ id: 'AB123456', guardian_id: id }),
    },
    {
      call: 'StudentService/RemoveGuardianStudent',
      request: ({ guardian: id }) => ({ id: 'AB123456', guardian_id: id }),
      status: 'NOT_FOUND',
    },
    {
      call: 'StudentService/RecordStudent',
      request: () => ({
        id: 'AB123456',
        marks: { toán: '9.5', văn: '7' },
        badges: { a: 'RELATION_FATHER' },
        settings: { theme: 'dark', size: 3 },
        notes: 'Học giỏi',
      }),
      answers: {
        student: {
          marks: { toán: '9.50', văn: '7.00' },
          badges: { a: 'RELATION_FATHER' },
          settings: { theme: 'dark', size: 3 },
          notes: 'Học giỏi',
        },
      },
    },
    {
      call: 'StudentService/ListStudents',
      request: () => ({ page_size: -1 }),
      status: 'INVALID_ARGUMENT',
      says: ['page_size'],
    },
    {
      call: 'StudentService/ListStudents',
      request: () => ({ page_token: 'garbage' }),
      status: 'INVALID_ARGUMENT',
      says: ['page_token'],
    },
    { call: 'StudentService/RegisterStudent', request: () => student('AB123457', 'binh@example.vn', 'Bình') },
    {
      call: 'StudentService/ListStudents',
      request: () => ({ page_size: 1 }),
      answers: { students: [{ id: 'AB123456' }] },
      remember: { page: 'next_page_token' },
    },
    {
      call: 'StudentService/ListStudents',
      request: ({ page }) => ({ page_size: 1, page_token: page }),
      answers: { students: [{ id: 'AB123457' }] },
    },
    {
      call: 'StudentService/ListStudents',
      request: () => ({ status: 'STUDENT_STATUS_ENROLLED' }),
      answers: { students: [{ id: 'AB123456' }] },
    },
    {
      call: 'StudentService/FindStudentByEmail',
      request: () => ({ email: 'binh@example.vn' }),
      answers: { student: { id: 'AB123457' } },
    },
    { call: 'StudentService/FindStudentByEmail', request: () => ({ email: 'nobody@example.vn' }), status: 'NOT_FOUND' },
    { call: 'StudentService/Transcript', request: () => ({ student_id: 'AB123456' }), status: 'UNIMPLEMENTED' },
    { call: 'StudentService/ExpelStudent', request: () => ({ id: 'AB123457', reason: 'moved' }) },
    { call: 'StudentService/GetStudent', request: () => ({ id: 'AB123457' }), status: 'NOT_FOUND' },
    {
      call: 'CourseService/CreateCourse',
      request: () => ({
        code: 'MTH-101',
        title: 'Đại số',
        term: 'TERM_SPRING',
        fee: vnd('1500000'),
        slots: [{ day: 'WEEKDAY_MON', from: '08:00' }],
        weekdays: ['WEEKDAY_MON'],
        grading: { weights: { final: '0.6', term: '0.4' } },
      }),
      answers: {
        course: {
          credits: 2,
          capacity: 30,
          phase: 'COURSE_PHASE_DRAFT',
          length: '2700s',
          views: '0',
          fee: vnd('1500000.00'),
          grading: { pass_mark: '5.00', weights: { final: '0.6000' } },
        },
      },
      remember: { course: 'course.id' },
    },
    {
      call: 'CourseService/CreateCourse',
      request: () => ({ title: 'x', fee: { amount: '1.234', currency: 'MONEY_CURRENCY_UNSPECIFIED' } }),
      status: 'INVALID_ARGUMENT',
      says: ['code', 'title', 'fee.amount', 'fee.currency', 'grading'],
    },
    {
      call: 'CourseService/PlanSessionCourse',
      request: ({ course }) => ({
        id: course,
        class_session: { number: 1, topic: 'Vector', held_on: '2026-09-01', teacher_id: 'T-7', material: ['AQID'] },
      }),
      answers: { course: { sessions: [{ number: 1, held_on: '2026-09-01', teacher_id: 'T-7', material: ['AQID'] }] } },
    },
    {
      call: 'CourseService/PublishCourse',
      request: ({ course }) => ({ id: course, first_lesson: '2026-09-01T01:00:00Z' }),
      answers: { course: { phase: 'COURSE_PHASE_PUBLISHED' } },
    },
    {
      call: 'CourseService/StartCourse',
      request: ({ course }) => ({ id: course }),
      answers: { course: { phase: 'COURSE_PHASE_RUNNING' } },
    },
    {
      call: 'CourseService/ConcludeCourse',
      request: ({ course }) => ({ id: course, attendance: { an: 12 } }),
      answers: { course: { phase: 'COURSE_PHASE_FINISHED' } },
    },
    {
      call: 'EnrollmentService/CreateEnrollment',
      request: ({ course }) => ({ student_id: 'AB123456', course_id: course, seat: 1 }),
      answers: { enrollment: { paid: false } },
      remember: { enrollment: 'enrollment.id' },
    },
    {
      call: 'EnrollmentService/CreateEnrollment',
      request: ({ course }) => ({ student_id: 'AB123456', course_id: course, seat: 2 }),
      status: 'ALREADY_EXISTS',
    },
    {
      call: 'EnrollmentService/ConfirmEnrollment',
      request: ({ enrollment }) => ({ id: enrollment }),
      answers: { enrollment: { state: 'ENROLLMENT_STATE_CONFIRMED', paid: true } },
    },
    {
      call: 'EnrollmentService/GetEnrollment',
      request: () => ({ id: 'no uuid' }),
      status: 'INVALID_ARGUMENT',
      says: ['id'],
    },
  ],
  afterRestart: [
    {
      call: 'StudentService/GetStudent',
      request: () => ({ id: 'AB123456' }),
      answers: {
        student: {
          name: { family: 'Nguyễn', given: 'An' },
          marks: { toán: '9.50' },
          settings: { theme: 'dark' },
          card: { issued_at: '2026-08-24T08:00:00.123456Z' },
          status: 'STUDENT_STATUS_ENROLLED',
        },
      },
    },
    {
      call: 'CourseService/GetCourse',
      request: ({ course }) => ({ id: course }),
      answers: {
        course: { sessions: [{ material: ['AQID'] }], weekdays: ['WEEKDAY_MON'], first_lesson: '2026-09-01T01:00:00Z' },
      },
    },
    {
      call: 'EnrollmentService/ListEnrollments',
      request: () => ({ student_id: 'AB123456' }),
      answers: { enrollments: [{ state: 'ENROLLMENT_STATE_CONFIRMED' }] },
    },
  ],
};
