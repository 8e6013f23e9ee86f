const PERSISTENCE_DIR = 'src/infrastructure/persistence';
const SUITES = ['unit', 'integration', 'e2e'];
const KERNELLESS = ['integration', 'unit', 'e2e'];

export const PERSISTENCE = [
  {
    file: `${PERSISTENCE_DIR}/engine.py`,
    check: 8,
    suites: KERNELLESS,
    breaks: [
      ['a server gives no snapshot', 'isolation_level="REPEATABLE READ"', 'isolation_level="READ COMMITTED"'],
      ['a writer takes the lock late', '"BEGIN IMMEDIATE" if writes else "BEGIN"', '"BEGIN"'],
      ['a reader takes the lock of writers', '"BEGIN IMMEDIATE" if writes else "BEGIN"', '"BEGIN IMMEDIATE"'],
      [
        'a busy file is refused at once',
        '            "timeout": CONNECTION_TIMEOUT_SECONDS,\n        },\n        pool',
        '            "timeout": 0,\n        },\n        pool',
      ],
      ['a file has no log', '        self.turn_on_write_ahead_log(timeout)\n', ''],
      [
        'who comes second to a new file is refused',
        '                sleep(WRITE_AHEAD_LOG_RETRY_SECONDS)\n',
        '                raise\n',
      ],
      ['who comes second to a new file waits for ever', ' or perf_counter() > deadline', ''],
    ],
  },
  {
    file: `${PERSISTENCE_DIR}/engine.py`,
    check: 7,
    suites: KERNELLESS,
    breaks: [
      [
        'decimals in files compare as floats',
        'first, second = Decimal(left), Decimal(right)',
        'first, second = float(left), float(right)',
      ],
      ['the first and the last moment are infinite', 'connection.run_async(keep_every_moment)', 'pass'],
      [
        'dates are counted from another day',
        'dt.date.fromordinal(stored[0] + START.toordinal())',
        'dt.date.fromordinal(stored[0] + START.toordinal() + 1)',
      ],
      ['documents hold what is no number', 'allow_nan=False, ', ''],
      [
        'large floats in documents become integers',
        'return number if abs(number) <= LARGEST_WHOLE_DOUBLE else float(digits)',
        'return number',
      ],
      ['references are not enforced', '        self.execute("PRAGMA foreign_keys = ON")\n', ''],
    ],
  },
  {
    file: `${PERSISTENCE_DIR}/engine.py`,
    check: 14,
    suites: KERNELLESS,
    breaks: [
      ['a connection that died is handed out', 'pool_pre_ping=True', 'pool_pre_ping=False'],
      ['a server may take for ever to answer', ', "timeout": CONNECTION_TIMEOUT_SECONDS}', '}'],
      ['the pool has another size', 'pool_size=config.pool_size', 'pool_size=5'],
      ['the pool overflows otherwise', 'max_overflow=config.max_overflow', 'max_overflow=10'],
      ['who waits for a connection waits longer', 'pool_timeout=CONNECTION_TIMEOUT_SECONDS', 'pool_timeout=30'],
      [
        'the pool of a file has another size',
        /(sqlite\+aiosqlite[\s\S]*?)pool_size=config\.pool_size/,
        '$1pool_size=5',
      ],
    ],
  },
  {
    file: `${PERSISTENCE_DIR}/engine.py`,
    check: 15,
    suites: KERNELLESS,
    breaks: [
      [
        'statements are told as they start',
        'log(Statement(sql, (perf_counter() - connection.info["started"]) * 1000))',
        'pass',
      ],
      [
        'statements are told with their values',
        'def ended(connection: Connection, _cursor: object, sql: str, *_: object) -> None:\n        log(Statement(sql,',
        'def ended(connection: Connection, _cursor: object, sql: str, *_: object) -> None:\n        log(Statement(f"{sql} {_[0]}",',
      ],
    ],
  },
  {
    file: `${PERSISTENCE_DIR}/database.py`,
    check: 9,
    suites: KERNELLESS,
    breaks: [
      [
        'spoilt work is committed',
        '        if is_spoilt(self.session):\n            raise RuntimeError("the transaction was rolled back: one of its statements failed")\n',
        '',
      ],
      [
        'work is committed at its end',
        '                yield Transaction(session)\n',
        '                yield Transaction(session)\n                await session.commit()\n',
      ],
      [
        'work that fails is committed',
        '                yield Transaction(session)\n            finally:\n',
        '                yield Transaction(session)\n            finally:\n                await session.commit()\n',
      ],
      ['work may start inside other work', 'if self._running.get() is not None:', 'if False:'],
      [
        'reads inside work do not see it',
        'running = self._running.get()\n        self._require_open()\n        with guarded',
        'running = None\n        self._require_open()\n        with guarded',
      ],
      ['work goes on behind its end', '                self._running.reset(token)\n', '                pass\n'],
      [
        'a commit that fails is no error of the domain',
        '        with guarded(WHOLE_TRANSACTION):\n            await self.session.commit()\n',
        '        await self.session.commit()\n',
      ],
    ],
  },
  {
    file: `${PERSISTENCE_DIR}/database.py`,
    check: 8,
    suites: KERNELLESS,
    breaks: [
      [
        'a busy file is no error of the domain',
        '            with guarded(WHOLE_TRANSACTION):\n                await session.begin()\n                await session.connection()\n',
        '            await session.begin()\n            await session.connection()\n',
      ],
      ['a server is locked when it is first written', '                await session.connection()\n', ''],
      ['writers take the lock late', 'engine.execution_options(**{WRITES: True})', 'engine'],
      ['readers may write', 'engine.execution_options(postgresql_readonly=True)', 'engine'],
    ],
  },
  {
    file: `${PERSISTENCE_DIR}/database.py`,
    check: 11,
    suites: KERNELLESS,
    breaks: [
      ['who migrates sees what was', 'engine.execution_options(isolation_level="READ COMMITTED")', 'engine'],
      [
        'a replaced table takes what refers to it along',
        '                await self._set_foreign_keys(connection, "OFF")\n',
        '',
      ],
      [
        'references are not enforced after a migration',
        '                    await self._set_foreign_keys(connection, "ON")\n',
        '                    pass\n',
      ],
      [
        'a migration is not undone as a whole',
        '                    async with connection.begin():\n                        yield connection\n',
        '                    yield connection\n                    await connection.commit()\n',
      ],
      [
        'what fails at a migration is no error of the domain',
        '        self._require_open()\n        with guarded(WHOLE_TRANSACTION):\n            async with self._migrator',
        '        self._require_open()\n        if True:\n            async with self._migrator',
      ],
    ],
  },
  {
    file: `${PERSISTENCE_DIR}/database.py`,
    check: 14,
    suites: KERNELLESS,
    breaks: [
      ['a closed database is opened again', 'self._is_open = False', 'pass'],
      ['connections stay open', '            await self.engine.dispose()\n', '            pass\n'],
      ['the file stays locked', '                self._lock.release()\n', '                pass\n'],
      [
        'a file that is not closed stays locked',
        '        finally:\n            if self._lock is not None:\n                self._lock.release()\n',
        '        finally:\n            pass\n',
      ],
      ['the file is not locked', '    lock.acquire()\n', ''],
      ['a ping asks nothing', '                await connection.execute(text("select 1"))\n', '                pass\n'],
      [
        'a ping that fails is no error of the domain',
        '        self._require_open()\n        with guarded(WHOLE_TRANSACTION):\n            async with self._reader.connect()',
        '        self._require_open()\n        if True:\n            async with self._reader.connect()',
      ],
    ],
  },
  {
    file: `${PERSISTENCE_DIR}/database.py`,
    check: 15,
    suites: KERNELLESS,
    breaks: [['statements are logged unasked', 'if config.echo and log is not None:', 'if log is not None:']],
  },
  {
    file: `${PERSISTENCE_DIR}/database_lock.py`,
    check: 14,
    suites: KERNELLESS,
    breaks: [
      ['a locked file is a bug', 'except Timeout as error', 'except LookupError as error'],
      ['nobody knows who holds it', 'self._holder.write_text(str(os.getpid()), encoding="ascii")', 'pass'],
      ['it is still held by who let it go', '            self._holder.unlink(missing_ok=True)\n', ''],
      ['the folder must be there', '        self._file.parent.mkdir(parents=True, exist_ok=True)\n', ''],
      ['a holder that cannot be read is a bug', 'except (OSError, ValueError):', 'except LookupError:'],
    ],
  },
  {
    file: `${PERSISTENCE_DIR}/errors.py`,
    check: 13,
    suites: SUITES,
    breaks: [
      [
        'a conflict in a server is INTERNAL',
        '    if state in FASTER_TRANSACTION:\n        return ConcurrencyError(subject.kind, subject.id)\n',
        '',
      ],
      [
        'a locked file is INTERNAL',
        '    if code & PRIMARY_CODE in LOCKED:\n        return ConcurrencyError(subject.kind, subject.id)\n',
        '',
      ],
      ['extended codes are INTERNAL', 'if code & PRIMARY_CODE in LOCKED', 'if code in LOCKED'],
      ['a deadlock is INTERNAL', '"40001", "40P01", "55P03"', '"40001", "55P03"'],
      ['a server that ends a connection is INTERNAL', '53|57|58', '53|58'],
      [
        'a refused connection is INTERNAL',
        'isinstance(cause, OSError | PoolTimeoutError)',
        'isinstance(cause, PoolTimeoutError)',
      ],
      ['an empty pool is INTERNAL', 'isinstance(cause, OSError | PoolTimeoutError)', 'isinstance(cause, OSError)'],
      ['a lost connection is INTERNAL', 'if is_gone or isinstance', 'if isinstance'],
      [
        'a closed connection is INTERNAL',
        '    if isinstance(error, DBAPIError) and UNREACHABLE_MESSAGE.search(str(cause)) is not None:\n        return _unavailable()\n',
        '',
      ],
      ['a full disk is INTERNAL', '        sqlite3.SQLITE_FULL,\n', ''],
      [
        'an unavailable database tells where it is',
        'UnavailableError("the database does not answer")',
        'UnavailableError(str(__import__("sys").exception()))',
      ],
      ['the cause of an error is lost', 'raise known from error', 'raise known from None'],
    ],
  },
  {
    file: `${PERSISTENCE_DIR}/errors.py`,
    check: 11,
    suites: SUITES,
    breaks: [
      [
        'any clash in a server is the first constraint',
        'each for each in constraints if each.name == name',
        'each for each in constraints',
      ],
      [
        'any clash in a file is the first constraint',
        'each for each in constraints if columns == _named_by_sqlite(each)',
        'each for each in constraints',
      ],
      [
        'a taken identity in a file is INTERNAL',
        'frozenset({sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY})',
        'frozenset({sqlite3.SQLITE_CONSTRAINT_UNIQUE})',
      ],
      [
        'a wrapped clash in a server is INTERNAL',
        'error if hasattr(error, "constraint_name") else error.__cause__',
        'error',
      ],
    ],
  },
  {
    file: `${PERSISTENCE_DIR}/errors.py`,
    check: 9,
    suites: SUITES,
    breaks: [['a statement that failed spoils nothing', 'session.info[SPOILT] = True', 'pass']],
  },
  {
    file: `${PERSISTENCE_DIR}/outbox.py`,
    check: 9,
    suites: KERNELLESS,
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
    file: `${PERSISTENCE_DIR}/unit_of_work.py`,
    check: 9,
    suites: KERNELLESS,
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
    file: `${PERSISTENCE_DIR}/*_repository_impl.py`,
    check: 8,
    suites: KERNELLESS,
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
    file: `${PERSISTENCE_DIR}/*_repository_impl.py`,
    check: 9,
    suites: KERNELLESS,
    breaks: [
      [
        'what is saved records nothing',
        /(await self\._update\(root\)\n)            await self\._record\(root\)\n/,
        '$1',
      ],
      [
        'what is removed records nothing',
        /(raise ConcurrencyError\(.*\)\n)            await self\._record\(root\)\n/,
        '$1',
      ],
    ],
  },
  {
    file: `${PERSISTENCE_DIR}/*_repository_impl.py`,
    check: 11,
    suites: KERNELLESS,
    breaks: [
      [
        'clashes are INTERNAL',
        /guarded\(subject, \w+_CONSTRAINTS, self\._session\)/,
        'guarded(subject, (), self._session)',
      ],
    ],
  },
  {
    file: `${PERSISTENCE_DIR}/order_repository_impl.py`,
    check: 7,
    suites: KERNELLESS,
    breaks: [
      ['children are not stored', '        if rows.fills:\n', '        if False:\n'],
      [
        'children that are gone stay',
        /        await self\._session\.execute\(\n            delete\(FillRow\)[\s\S]*?\n        \)\n/,
        '',
      ],
      ['children are read as they were', ', execution_options={"populate_existing": True}', ''],
    ],
  },
  {
    file: `${PERSISTENCE_DIR}/grouping.py`,
    check: 7,
    suites: KERNELLESS,
    breaks: [['children are read as they were', ', execution_options={"populate_existing": True}', '']],
  },
  {
    file: `${PERSISTENCE_DIR}/order_mapper.py`,
    check: 7,
    suites: KERNELLESS,
    breaks: [['children have no order', /\.order_by\(\w+\.position\)/, '.order_by()']],
  },
  {
    file: `${PERSISTENCE_DIR}/types.py`,
    check: 7,
    suites: KERNELLESS,
    breaks: [
      ['a file compares decimals as texts', 'Text(collation=DECIMAL_COLLATION)', 'Text()'],
      ['a filter loses digits', '        return Exact()\n', '        return self\n'],
      ['zero has a sign', 'abs(value) if value == 0 else value', 'value'],
      ['decimals go through a float', 'Decimal(value) if isinstance', 'Decimal(float(value)) if isinstance'],
      ['a server has no zone', 'TIMESTAMP(timezone=True, precision=6)', 'TIMESTAMP(timezone=False, precision=6)'],
      ['a server keeps milliseconds', 'precision=6', 'precision=3'],
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
    file: `${PERSISTENCE_DIR}/migrations.py`,
    check: 11,
    suites: KERNELLESS,
    breaks: [
      [
        'two processes migrate a server at once',
        'connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))',
        'pass',
      ],
      ['a lock is asked of a file', 'if connection.dialect.name == "postgresql":', 'if True:'],
      ['down goes down to nothing', 'command.downgrade(config, "-1")', 'command.downgrade(config, "base")'],
      ['down with nothing left is a bug', 'if any(migration.applied for migration in _status(config)):', 'if True:'],
      ['all is pending for ever', 'if not each.applied)', ')'],
    ],
  },
  {
    file: 'alembic/env.py',
    check: 11,
    suites: KERNELLESS,
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
    suites: KERNELLESS,
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
    file: `${PERSISTENCE_DIR}/*_rows.py`,
    check: 11,
    suites: KERNELLESS,
    breaks: [
      ['rows know no constraint of an enum', /        CheckConstraint\("\\"broker\\" IN [^\n]*\n/, ''],
      ['rows know no unique index', /, unique=True\)/, ')'],
    ],
  },
  {
    file: `${PERSISTENCE_DIR}/page_token.py`,
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
    file: `${PERSISTENCE_DIR}/paging.py`,
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
    file: `${PERSISTENCE_DIR}/sorting.py`,
    check: 13,
    suites: SUITES,
    breaks: [
      ['absent values come first', 'ordered.nulls_last() if key.nullable else ordered', 'ordered'],
      ['descending is ascending', 'key.column.desc() if key.descending else key.column.asc()', 'key.column.asc()'],
      ['pages lack absent values', 'or_(later, key.column.is_(None)) if key.nullable else later', 'later'],
    ],
  },
  {
    file: `${PERSISTENCE_DIR}/*_queries_impl.py`,
    check: 13,
    suites: KERNELLESS,
    breaks: [
      ['a page begins at the start', /        if start is not None:\n            query = query\.where\(.*\)\n/, ''],
      ['there is no order', '.order_by(*order_by(listing.keys))', ''],
      ['a page never has a next one', 'limit(page.size + 1)', 'limit(page.size)'],
    ],
  },
  {
    file: `${PERSISTENCE_DIR}/order_queries_impl.py`,
    check: 13,
    suites: KERNELLESS,
    breaks: [
      ['a filter is forgotten', /        if by\.\w+ is not None:\n            query = query\.where\(.*\)\n/, ''],
    ],
  },
  {
    file: `${PERSISTENCE_DIR}/in_memory/table.py`,
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
    file: `${PERSISTENCE_DIR}/in_memory/database.py`,
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
