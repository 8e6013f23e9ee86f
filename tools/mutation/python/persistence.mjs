const PERSISTENCE = 'src/infrastructure/persistence';
const SUITES = ['unit', 'integration', 'e2e'];
const ON_DATABASES = ['integration', 'unit', 'e2e'];

/** The session knows its rows by weak references. */
const NOBODY_HOLDS = 'a row that nobody holds is read anew';

/** What is stored, migrated and read back, in a database and in memory. */
export const STORED = [
  {
    file: `${PERSISTENCE}/outbox.py`,
    check: 9,
    suites: ON_DATABASES,
    breaks: [
      ['events are not stored', '        if rows:\n', '        if False:\n'],
      [
        'an event happened when it was stored',
        '"occurred_at": record.occurred_at',
        '"occurred_at": dt.datetime.now(dt.UTC)',
      ],
      ['an event has no id of its own', '"event_id": self._new_event_id()', '"event_id": UUID(int=0)'],
      ['an event belongs to another kind', '"aggregate": record.aggregate,', '"aggregate": record.type,'],
      ['an event belongs to no aggregate', '"aggregate_id": record.aggregate_id', '"aggregate_id": ""'],
      [
        'an event is published from the start',
        '"occurred_at": record.occurred_at,',
        '"occurred_at": record.occurred_at,\n                "published_at": record.occurred_at,',
      ],
      ['events have another order', 'for record in records\n', 'for record in reversed(records)\n'],
      ['an event tells nothing', '"payload": dict(record.payload)', '"payload": {}'],
    ],
  },
  {
    file: `${PERSISTENCE}/unit_of_work.py`,
    check: 9,
    suites: ON_DATABASES,
    breaks: [
      ['a commit commits nothing', '        await self._transaction.commit()\n', '        pass\n'],
      [
        'work is committed at its end',
        'yield SqlAlchemyWork(transaction, self._new_event_id)',
        'yield SqlAlchemyWork(transaction, self._new_event_id)\n            await transaction.commit()',
      ],
    ],
  },
  {
    file: `${PERSISTENCE}/*_repository_impl.py`,
    check: 8,
    suites: ON_DATABASES,
    breaks: [
      [
        'an update asks for no version',
        /(update\(\w+\)\n\s+\.where\(\w+\.id == root\.state\.id), \w+\.version == root\.version\)/,
        '$1)',
      ],
      [
        'a removal asks for no version',
        /(delete\(\w+\)\n\s+\.where\(\w+\.id == root\.state\.id), \w+\.version == root\.version\)/,
        '$1)',
      ],
      [
        'an update that found nothing is fine',
        /(\.values\(rows\.root\)[\s\S]*?)        if await self\._session\.scalar\(statement\) is None:\n            raise ConcurrencyError\(.*\)\n/,
        '$1        await self._session.scalar(statement)\n',
      ],
      [
        'a removal that found nothing is fine',
        /            if await self\._session\.scalar\(statement\) is None:\n                raise ConcurrencyError\(.*\)\n/,
        '            await self._session.scalar(statement)\n',
      ],
      ['the version is not counted', 'root.version + 1)', 'root.version)'],
      ['a saved aggregate keeps its version', '        root.mark_saved()\n', ''],
    ],
  },
  {
    file: `${PERSISTENCE}/*_repository_impl.py`,
    check: 9,
    suites: ON_DATABASES,
    breaks: [
      [
        'what is saved records nothing',
        /(await self\._update\(root\)\n)            await self\._record\(root\)\n/,
        '$1',
      ],
    ],
  },
  {
    file: `${PERSISTENCE}/order_repository_impl.py`,
    check: 9,
    suites: ON_DATABASES,
    breaks: [
      [
        'what is removed records nothing',
        /(raise ConcurrencyError\(.*\)\n)            await self\._record\(root\)\n/,
        '$1',
      ],
    ],
  },
  {
    file: `${PERSISTENCE}/*_repository_impl.py`,
    check: 11,
    suites: ON_DATABASES,
    breaks: [
      [
        'clashes are INTERNAL',
        /guarded\(subject, \w+_CONSTRAINTS, self\._session\)/,
        'guarded(subject, (), self._session)',
      ],
    ],
  },
  {
    file: `${PERSISTENCE}/order_repository_impl.py`,
    check: 7,
    suites: ON_DATABASES,
    breaks: [
      ['children are not stored', '        if rows.fills:\n', '        if False:\n'],
      [
        'children that are gone stay',
        /        await self\._session\.execute\(\n            delete\(FillRow\)[\s\S]*?\n        \)\n/,
        '',
      ],
      [
        'an order is read as it was',
        ', execution_options={"populate_existing": True}',
        '',
        { equivalent: NOBODY_HOLDS },
      ],
    ],
  },
  {
    file: `${PERSISTENCE}/grouping.py`,
    check: 7,
    suites: ON_DATABASES,
    breaks: [
      [
        'children are read as they were',
        ', execution_options={"populate_existing": True}',
        '',
        { equivalent: NOBODY_HOLDS },
      ],
    ],
  },
  {
    file: `${PERSISTENCE}/order_mapper.py`,
    check: 7,
    suites: ON_DATABASES,
    breaks: [['children have no order', /\.order_by\(\w+\.position\)/, '.order_by()']],
  },
  {
    file: `${PERSISTENCE}/types.py`,
    check: 7,
    suites: ON_DATABASES,
    breaks: [
      ['a file compares decimals as texts', 'Text(collation=DECIMAL_COLLATION)', 'Text()'],
      ['a filter loses digits', '        return Exact()\n', '        return self\n'],
      ['zero has a sign', 'abs(value) if value == 0 else value', 'value'],
      ['decimals go through a float', 'Decimal(value) if isinstance', 'Decimal(float(value)) if isinstance'],
      ['a server has no zone', 'TIMESTAMP(timezone=True)', 'TIMESTAMP(timezone=False)'],
      [
        'a server keeps seconds',
        'return value if value is None or dialect.name != "sqlite" else epoch',
        'return value and value.replace(microsecond=0) if dialect.name != "sqlite" else epoch',
      ],
      ['texts have the order of the server', 'Text(collation="C")', 'Text()'],
      ['nothing is the null of JSON', 'JSON(none_as_null=True)', 'JSON(none_as_null=False)'],
      ['nothing is the null of JSON in a server', 'JSONB(none_as_null=True)', 'JSONB(none_as_null=False)'],
      [
        'durations lose microseconds',
        'None if value is None else duration_microseconds(value)',
        'None if value is None else duration_microseconds(value) // 1000 * 1000',
      ],
    ],
  },
  {
    file: `${PERSISTENCE}/migrations.py`,
    check: 11,
    suites: ON_DATABASES,
    breaks: [
      [
        'two processes migrate a server at once',
        'connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))',
        'pass',
      ],
      ['a lock is asked of a file', 'if connection.dialect.name == "postgresql":', 'if True:'],
      [
        'down goes down to nothing',
        'command.downgrade(config, "-1")',
        'command.downgrade(config, "base")',
        { equivalent: 'the service has one migration' },
      ],
      ['down with nothing left is a bug', 'if any(migration.applied for migration in _status(config)):', 'if True:'],
      ['all is pending for ever', 'if not each.applied)', ')'],
    ],
  },
  {
    file: 'alembic/env.py',
    check: 11,
    suites: ON_DATABASES,
    breaks: [
      [
        'rows may refer to what a migration took',
        '        if on_sqlite and connection.execute(text("PRAGMA foreign_key_check")).first() is not None:\n            raise RuntimeError("rows refer to what is not there")\n',
        '',
      ],
      ['nothing is compared', 'target_metadata=Base.metadata', 'target_metadata=None'],
    ],
  },
  {
    file: 'alembic/versions/001_*.py',
    check: 11,
    suites: ON_DATABASES,
    breaks: [
      ['something unique is not', /,\s+unique=True/, ''],
      ['a column may be empty', /(sa\.Column\("broker", TEXT), nullable=False/, '$1'],
      ['any text is an enum', /        sa\.CheckConstraint\("\\"broker\\" IN [^\n]*\n/, ''],
      [
        'half of a value is there',
        /        sa\.CheckConstraint\(\s*'\("cash_amount" IS NULL\)[\s\S]*?\n        \),\n/,
        '',
      ],
      ['children refer to nothing', /        sa\.ForeignKeyConstraint\([\s\S]*?\n        \),\n/, ''],
      ['children outlive their aggregate', ', ondelete="CASCADE"', ''],
      ['an index is missing', /    op\.create_index\("\w+_idx",.*\)\n/, ''],
      ['a table stays behind', /    op\.drop_table\("outbox"\)\n/, ''],
      ['a decimal has fewer digits', /Exact\(18, 2\)/, 'Exact(18, 1)'],
      ['numbers of events are given twice', '        sqlite_autoincrement=True,\n', ''],
    ],
  },
  {
    file: `${PERSISTENCE}/*_rows.py`,
    check: 11,
    suites: ON_DATABASES,
    breaks: [
      ['rows know no constraint of an enum', /        CheckConstraint\("\\"broker\\" IN [^\n]*\n/, ''],
      ['rows know no unique index', /, unique=True\)/, ')'],
    ],
  },
  {
    file: `${PERSISTENCE}/page_token.py`,
    check: 13,
    suites: SUITES,
    breaks: [
      [
        'a token of another query is taken',
        'if _base64(decoded) != token or _digest(query, filters, content) != digest:',
        'if _base64(decoded) != token:',
      ],
      ['a token with something behind it is taken', '_base64(decoded) != token or ', ''],
      [
        'a token that is no base64 is a bug',
        'except (binascii.Error, ValueError) as error',
        'except LookupError as error',
      ],
    ],
  },
  {
    file: `${PERSISTENCE}/paging.py`,
    check: 13,
    suites: SUITES,
    breaks: [
      [
        'a position that is none is a bug',
        'except (ArithmeticError, TypeError, ValueError) as error',
        'except LookupError as error',
      ],
      ['the last page has a next one', 'if len(items) <= request.size or not shown:', 'if not shown:'],
      ['there is one page', 'if len(items) <= request.size or not shown:', 'if True:'],
    ],
  },
  {
    file: `${PERSISTENCE}/sorting.py`,
    check: 13,
    suites: SUITES,
    breaks: [
      ['absent values come first', 'ordered.nulls_last() if key.nullable else ordered', 'ordered'],
      ['descending is ascending', 'key.column.desc() if key.descending else key.column.asc()', 'key.column.asc()'],
      ['pages lack absent values', 'or_(later, key.column.is_(None)) if key.nullable else later', 'later'],
    ],
  },
  {
    file: `${PERSISTENCE}/*_queries_impl.py`,
    check: 13,
    suites: ON_DATABASES,
    breaks: [
      ['a page begins at the start', /        if start is not None:\n            query = query\.where\(.*\)\n/, ''],
      ['there is no order', '.order_by(*order_by(listing.keys))', ''],
      ['a page never has a next one', 'limit(page.size + 1)', 'limit(page.size)'],
    ],
  },
  {
    file: `${PERSISTENCE}/order_queries_impl.py`,
    check: 13,
    suites: ON_DATABASES,
    breaks: [
      ['a filter is forgotten', /        if by\.\w+ is not None:\n            query = query\.where\(.*\)\n/, ''],
    ],
  },
  {
    file: `${PERSISTENCE}/in_memory/table.py`,
    check: 7,
    suites: ['unit'],
    breaks: [
      ['any version is replaced', 'if stored is None or stored.version != version:', 'if stored is None:'],
      ['an identity is taken twice', 'if state.id in self._states:', 'if False:'],
      ['nothing is unique', '        for rule in self._uniques:\n', '        for rule in ():\n'],
      ['absent values are equal', 'None not in wanted and ', ''],
      [
        'what was refused spoils nothing',
        '        self.is_spoilt = True\n        return AlreadyExists',
        '        return AlreadyExists',
      ],
      ['a copy is none', 'return type(self)(self._kind, self._uniques, self._states)', 'return self'],
    ],
  },
  {
    file: `${PERSISTENCE}/in_memory/database.py`,
    check: 7,
    suites: ['unit'],
    breaks: [
      ['work starts inside other work', 'if self._running.get() is not None:', 'if False:'],
      ['spoilt work is committed', 'if self.state.is_spoilt:', 'if False:'],
      ['work is committed at once', 'draft = self._committed.copy()', 'draft = self._committed'],
      ['two work at once', 'async with self._turn:', 'if True:'],
      ['work goes on after its commit', 'self._commit(self.state.copy())', 'self._commit(self.state)'],
    ],
  },
];
