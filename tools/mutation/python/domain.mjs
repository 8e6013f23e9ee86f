const SUITES = ['unit'];
const KERNEL = '../kernel-python/src/kernel';

export const DOMAIN = [
  {
    file: 'src/domain/value_objects/money.py',
    check: 1,
    suites: ['lint'],
    breaks: [
      [
        'the domain knows a library',
        'from decimal import Decimal\n',
        'from decimal import Decimal\n\nimport sqlalchemy\n',
      ],
      [
        'the domain knows the application',
        'from decimal import Decimal\n',
        'from decimal import Decimal\n\nfrom src.application.ports import clock\n',
      ],
    ],
  },
  {
    file: 'src/application/ports/clock.py',
    check: 1,
    suites: ['lint'],
    breaks: [
      [
        'the application knows the infrastructure',
        'from typing import',
        'from src.infrastructure.time import system_clock\nfrom typing import',
      ],
      ['the application knows a library', 'from typing import', 'import grpc\nfrom typing import'],
    ],
  },
  {
    file: 'src/presentation/grpc/health.py',
    check: 1,
    suites: ['lint'],
    breaks: [
      [
        'the presentation knows the database',
        'import asyncio\n',
        'import asyncio\n\nfrom src.infrastructure.persistence import database\n',
      ],
    ],
  },
  {
    file: 'src/domain/value_objects/money.py',
    check: 2,
    suites: ['ruff'],
    breaks: [['an import is not used', 'from decimal import Decimal\n', 'import os\nfrom decimal import Decimal\n']],
  },
  {
    file: 'src/application/ports/page.py',
    check: 2,
    suites: ['typecheck'],
    breaks: [['a function has no types', 'def limited(self) -> "PageRequest":', 'def limited(self):']],
  },
  {
    file: 'src/domain/value_objects/*.py',
    check: 3,
    suites: SUITES,
    breaks: [
      ['a value can be changed', 'frozen=True', 'unsafe_hash=True'],
      [
        'a value is not checked',
        '    def __post_init__(self) -> None:\n',
        '    def __post_init__(self) -> None:\n        return\n',
      ],
      ['values are equal by identity', 'frozen=True, ', 'frozen=True, eq=False, '],
    ],
  },
  {
    file: `${KERNEL}/collections.py`,
    check: 3,
    suites: ['kernel', 'unit'],
    breaks: [
      ['a map shares its entries with whoever made it', 'dict(entries)', 'entries'],
      [
        'a map can be changed',
        'raise AttributeError(f"a FrozenDict has no {name} to set")',
        'object.__setattr__(self, name, value)',
      ],
      ['maps are equal by identity', 'return self._entries == other._entries', 'return self is other'],
      ['equal maps have different hashes', 'hash(frozenset(self._entries.items()))', 'id(self)'],
    ],
  },
  {
    file: `${KERNEL}/json.py`,
    check: 3,
    suites: ['kernel', 'unit'],
    breaks: [
      [
        'nested arrays can be changed',
        'return tuple(_frozen(item) for item in value)',
        'return [_frozen(item) for item in value]',
      ],
      [
        'nested objects can be changed',
        'case Mapping():\n            return frozen_json(value)',
        'case Mapping():\n            return dict(value)',
      ],
    ],
  },
  {
    file: 'src/domain/aggregates/*/*_id.py',
    check: 4,
    suites: ['typecheck'],
    breaks: [['ids interchange', /(\w+) = NewType\("\w+", (\w+)\)/, '$1 = $2']],
  },
  {
    file: 'src/domain/aggregates/*/*.py',
    check: 5,
    suites: ['unit'],
    breaks: [
      ['an operation is allowed in any state', /        self\._allow_in\(.*\)\n/, ''],
      ['create is not checked', /        \(\n            Constraints\([\s\S]*?\.check\(\)\n        \)\n/, ''],
      ['a list may grow without end', /        require_size\(.*\)\n/, ''],
      ['an element may be there twice', /        require_distinct\(.*\)\n/, ''],
      ['children may clash', /    require_unique\(.*\)\n/, '    pass\n'],
      ['an invariant is not asked', /    if not rules\.(\w+)\((\w+)\):\n        raise \w+\n/, ''],
      [
        'a transition does not happen',
        /            status=\w+Status\.\w+,\n            updated_at=context\.now/,
        '            updated_at=context.now',
      ],
    ],
  },
  {
    file: 'src/domain/aggregates/*/*.py',
    check: 6,
    suites: ['unit'],
    breaks: [
      [
        'create records nothing',
        /(        return cls\(\n            next_state,\n)            \[[\s\S]*?\n            \],\n/,
        '$1',
      ],
      [
        'a change records nothing',
        /(self\._change\(\n            next_state,\n)            \[[\s\S]*?\n            \],\n/,
        '$1            [],\n',
      ],
      ['the time is that of the machine', 'created_at=context.now', 'created_at=dt.datetime.now(dt.UTC)'],
      ['the id is made up', /id=(\w+)\(context\.new_id\(\)\)/, 'id=$1(__import__("uuid").UUID(int=7))'],
    ],
  },
  {
    file: 'src/domain/events/*_placed.py',
    check: 6,
    suites: ['unit'],
    breaks: [['an event has no version', '.v1"', '"']],
  },
  {
    file: `${KERNEL}/aggregate_root.py`,
    check: 6,
    suites: ['kernel', 'unit'],
    breaks: [
      ['events are handed over twice', 'events, self._events = self._events, ()', 'events = self._events'],
      ['events before are lost', '(*self._events, *events)', 'tuple(events)'],
      ['a saved aggregate keeps its version', 'version=self._state.version + 1', 'version=self._state.version'],
    ],
  },
  {
    file: `${KERNEL}/time.py`,
    check: 7,
    suites: ['kernel', 'unit', 'integration'],
    breaks: [
      ['instants lose microseconds', 'timespec="microseconds"', 'timespec="milliseconds"'],
      ['instants keep their zone', 'instant.astimezone(UTC).replace(tzinfo=None)', 'instant.replace(tzinfo=None)'],
      [
        'instants are read without a zone',
        '.fromisoformat(text).astimezone(UTC)',
        '.fromisoformat(text).replace(tzinfo=None)',
      ],
      [
        'microseconds go through a float',
        'return (instant - EPOCH) // MICROSECOND',
        'return int((instant - EPOCH).total_seconds() * 1_000_000)',
      ],
      [
        'durations go through a float',
        'return duration // MICROSECOND',
        'return int(duration.total_seconds() * 1_000_000)',
      ],
    ],
  },
  {
    file: `${KERNEL}/decimals.py`,
    check: 7,
    suites: ['kernel', 'unit'],
    breaks: [
      ['decimals go through a float', 'f"{value:.{scale}f}"', 'f"{float(value):.{scale}f}"'],
      ['decimals have 28 digits', 'prec=1000', 'prec=28'],
    ],
  },
  {
    file: `${KERNEL}/constraints.py`,
    check: 5,
    suites: ['kernel', 'unit'],
    breaks: [
      [
        'an instant may have no zone',
        'value is None or value.utcoffset() == dt.timedelta()',
        'value is None or value.utcoffset() in (None, dt.timedelta())',
      ],
      [
        'an instant may have another zone',
        'value is None or value.utcoffset() == dt.timedelta()',
        'value is None or value.tzinfo is not None',
      ],
      ['a decimal may have more places', '_decimal_places(value) <= scale', '_decimal_places(value) <= scale + 1'],
      ['zeros at the end count as places', 'max(-exponent - zeros, 0)', '-exponent'],
    ],
  },
];
