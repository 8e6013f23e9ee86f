const USE_CASES = 'src/application/use_cases';
const SUITES = ['unit', 'integration', 'e2e'];

export const APPLICATION = [
  {
    file: 'src/application/ports/page.py',
    check: 13,
    suites: SUITES,
    breaks: [
      ['a page has another default size', 'DEFAULT_SIZE = 50', 'DEFAULT_SIZE = 20'],
      ['a page may have any size', 'min(self.size, LARGEST_SIZE)', 'self.size'],
      ['a negative size is taken', 'Constraints("PageRequest").int("page_size", self.size, min=0).check()', 'pass'],
      ['the size is limited and the token lost', 'PageRequest(size=size, token=self.token)', 'PageRequest(size=size)'],
    ],
  },
  {
    file: `${USE_CASES}/*/create_*.py`,
    check: 9,
    suites: SUITES,
    breaks: [
      ['create is not committed', '            await work.commit()\n', ''],
      ['create saves nothing', /            await work\.\w+\.save\(\w+\)\n/, ''],
    ],
  },
  {
    file: `${USE_CASES}/*/create_*.py`,
    check: 6,
    suites: SUITES,
    breaks: [
      [
        'create reads the clock of the machine',
        'now=self._clock.now()',
        'now=__import__("datetime").datetime.now(__import__("datetime").UTC)',
      ],
      ['create makes up its ids', 'new_id=self._ids.next', 'new_id=__import__("uuid").uuid4'],
    ],
  },
  {
    file: `${USE_CASES}/*/create_*.py`,
    check: 5,
    suites: SUITES,
    breaks: [['the command is not checked', '        Constraints(', '        return\n        Constraints(']],
  },
  {
    file: `${USE_CASES}/*/block_*.py`,
    check: 9,
    suites: SUITES,
    breaks: [
      ['a change is not committed', '            await work.commit()\n', ''],
      ['a change is not saved', /            await work\.\w+\.save\(\w+\)\n/, ''],
      [
        'a change is committed before it is saved',
        /(            await work\.\w+\.save\(\w+\)\n)(            await work\.commit\(\)\n)/,
        '$2$1',
      ],
      [
        'a change answers what was before',
        /(await work\.commit\(\)\n            return \w+\.of\()(\w+)\.state\)/,
        '$1$2._state)',
        { equivalent: 'reads the same attribute' },
      ],
    ],
  },
  {
    file: `${USE_CASES}/*/block_*.py`,
    check: 8,
    suites: SUITES,
    breaks: [['the expected version is not asked for', 'command.id, command.expected_version', 'command.id, None']],
  },
  {
    file: `${USE_CASES}/*/discard_*.py`,
    check: 9,
    suites: SUITES,
    breaks: [
      ['a removal is not committed', '            await work.commit()\n', ''],
      ['a removal removes nothing', /            await work\.\w+\.remove\(\w+\)\n/, ''],
      ['a removal is a change', '.remove(', '.save('],
      ['a removal asks for no state', /            \w+\.discard\(.*\)\n/, ''],
    ],
  },
  {
    file: `${USE_CASES}/*/load_*.py`,
    check: 8,
    suites: SUITES,
    breaks: [
      [
        'any version is as good as the expected one',
        'if expected_version not in (None, ',
        'if False and expected_version not in (None, ',
      ],
      [
        'an older version is as good as the expected one',
        /if expected_version not in \(None, (\w+\.version)\):/,
        'if expected_version is not None and expected_version > $1:',
      ],
      [
        'a newer version is as good as the expected one',
        /if expected_version not in \(None, (\w+\.version)\):/,
        'if expected_version is not None and expected_version < $1:',
      ],
    ],
  },
  {
    file: `${USE_CASES}/*/load_*.py`,
    check: 13,
    suites: SUITES,
    breaks: [
      ['what is not there is a conflict', /raise NotFoundError\("(\w+)", id\)/, 'raise ConcurrencyError("$1", id)'],
    ],
  },
  {
    file: `${USE_CASES}/*/get_*.py`,
    check: 13,
    suites: SUITES,
    breaks: [['nothing is an answer', /        if \w+ is None:\n            raise NotFoundError\(.*\)\n/, '']],
  },
  {
    file: `${USE_CASES}/*/place_*.py`,
    check: 5,
    suites: SUITES,
    breaks: [['what it requires is not asked', 'if not await rules.', 'if not True and not await rules.']],
  },
  {
    file: `${USE_CASES}/*/list_*.py`,
    check: 13,
    suites: SUITES,
    breaks: [
      ['a page is not limited', 'query.page.limited()', 'query.page'],
      ['a filter is forgotten', /(\w+)=query\.\1,/, '$1=None,'],
      ['a query is not checked', '        Constraints(', '        return\n        Constraints('],
    ],
  },
  {
    file: `${USE_CASES}/*/find_*.py`,
    check: 13,
    suites: SUITES,
    breaks: [
      [
        'nothing is an answer',
        /        if \w+ is None:\n            raise NotFoundError\([\s\S]*?\)\n(?=        return)/,
        '',
      ],
    ],
  },
  {
    file: `${USE_CASES}/*/route_*.py`,
    check: 13,
    suites: SUITES,
    breaks: [['what is unwritten answers nothing', /raise UnimplementedError\(.*\)/, 'raise LookupError("unwritten")']],
  },
  {
    file: 'src/application/dtos/*/account_dto.py',
    check: 7,
    suites: SUITES,
    breaks: [
      [
        'an absent value is lost',
        'blocked=None if state.blocked is None else MoneyDto.of(state.blocked)',
        'blocked=None',
      ],
      ['two values are swapped', 'created_at=state.created_at', 'created_at=state.updated_at'],
    ],
  },
];
