const PERSISTENCE = 'src/infrastructure/persistence';
const SUITES = ['unit', 'integration', 'e2e'];
const ON_DATABASES = ['integration', 'unit', 'e2e'];

/** Engines, transactions, locks and errors of the databases. */
export const DATABASE = [
  {
    file: `${PERSISTENCE}/engine.py`,
    check: 8,
    suites: ON_DATABASES,
    breaks: [
      ['a server gives no snapshot', 'isolation_level="REPEATABLE READ"', 'isolation_level="READ COMMITTED"'],
      ['a writer takes the lock late', '"BEGIN IMMEDIATE" if writes else "BEGIN"', '"BEGIN"'],
      ['a reader takes the lock of writers', '"BEGIN IMMEDIATE" if writes else "BEGIN"', '"BEGIN IMMEDIATE"'],
      [
        'a busy file is refused at once',
        '            "timeout": CONNECTION_TIMEOUT_SECONDS,\n        },\n        pool',
        '            "timeout": 0,\n        },\n        pool',
      ],
      ['a file has no log', '        await turn_on_write_ahead_log(connection)\n', ''],
      ['who comes second to a new file is refused', 'await asyncio.sleep(WRITE_AHEAD_LOG_RETRY_SECONDS)', 'raise'],
      [
        'what cannot be used keeps its thread',
        '        await connection.close()\n        raise\n',
        '        raise\n',
        { equivalent: 'aiosqlite closes what nobody holds any more' },
      ],
      ['who comes second to a new file waits for ever', ' or perf_counter() > deadline', ''],
    ],
  },
  {
    file: `${PERSISTENCE}/engine.py`,
    check: 7,
    suites: ON_DATABASES,
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
      ['references are not enforced', '        await connection.execute_fetchall("PRAGMA foreign_keys = ON")\n', ''],
    ],
  },
  {
    file: `${PERSISTENCE}/engine.py`,
    check: 14,
    suites: ON_DATABASES,
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
    file: `${PERSISTENCE}/engine.py`,
    check: 15,
    suites: ON_DATABASES,
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
    file: `${PERSISTENCE}/database.py`,
    check: 9,
    suites: ON_DATABASES,
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
    file: `${PERSISTENCE}/database.py`,
    check: 8,
    suites: ON_DATABASES,
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
    file: `${PERSISTENCE}/database.py`,
    check: 11,
    suites: ON_DATABASES,
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
    file: `${PERSISTENCE}/database.py`,
    check: 14,
    suites: ON_DATABASES,
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
    file: `${PERSISTENCE}/database.py`,
    check: 15,
    suites: ON_DATABASES,
    breaks: [['statements are logged unasked', 'if config.echo and log is not None:', 'if log is not None:']],
  },
  {
    file: `${PERSISTENCE}/database_lock.py`,
    check: 14,
    suites: ON_DATABASES,
    breaks: [
      ['a locked file is a bug', 'except Timeout as error', 'except LookupError as error'],
      ['nobody knows who holds it', 'self._holder.write_text(str(os.getpid()), encoding="ascii")', 'pass'],
      ['it is still held by who let it go', '            self._holder.unlink(missing_ok=True)\n', ''],
      [
        'the folder must be there',
        '        self._file.parent.mkdir(parents=True, exist_ok=True)\n',
        '',
        { equivalent: 'filelock makes it too' },
      ],
      ['a holder that cannot be read is a bug', 'except (OSError, ValueError):', 'except LookupError:'],
    ],
  },
  {
    file: `${PERSISTENCE}/errors.py`,
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
    file: `${PERSISTENCE}/errors.py`,
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
    file: `${PERSISTENCE}/errors.py`,
    check: 9,
    suites: SUITES,
    breaks: [['a statement that failed spoils nothing', 'session.info[SPOILT] = True', 'pass']],
  },
];
