const INFRA = 'src/infrastructure';
const SUITES = ['unit', 'integration', 'e2e'];
const CONFIG = ['unit', 'e2e'];

export const INFRASTRUCTURE = [
  {
    file: `${INFRA}/config/config.py`,
    check: 14,
    suites: CONFIG,
    breaks: [
      ['an empty variable is set', 'if value != ""}', '}'],
      [
        'one missing group hides the others',
        'url = read_database_url(given, problems)\n',
        'url = read_database_url(given, problems)\n    if url is None:\n        raise ConfigError(problems)\n',
      ],
      ['seconds are milliseconds', 'variables.shutdown_timeout_ms / 1_000', 'variables.shutdown_timeout_ms'],
      [
        'reflection is on unless told',
        'Field(alias="GRPC_REFLECTION")] = False',
        'Field(alias="GRPC_REFLECTION")] = True',
      ],
      ['it listens on every address unless told', '= "127.0.0.1"', '= "0.0.0.0"'],
      ['a pool may be empty', 'whole_number(1, 10_000)', 'whole_number(0, 10_000)'],
      [
        'a port may be any number',
        'whole_number(0, 65_535), Field(alias="GRPC_PORT")',
        'whole_number(0, 650_535), Field(alias="GRPC_PORT")',
      ],
      ['any word is a level', 'one_of(LOG_LEVELS), ', ''],
    ],
  },
  {
    file: `${INFRA}/config/config.py`,
    check: 15,
    suites: CONFIG,
    breaks: [
      ['the configuration shows the password of the database', 'url: str = field(repr=False)', 'url: str'],
      [
        'the configuration shows what adapters need',
        'adapters: AdapterVariables = field(repr=False)',
        'adapters: AdapterVariables',
        { equivalent: 'each variable of the group hides itself' },
      ],
    ],
  },
  {
    file: `${INFRA}/config/variables.py`,
    check: 15,
    suites: CONFIG,
    breaks: [
      [
        'a refused value is shown',
        'PydanticCustomError("variable", "{message}", {"message": message})',
        'ValueError(message)',
      ],
      ['a required variable is shown', 'Annotated[str, Field(repr=False)]', 'Annotated[str, Field()]'],
    ],
  },
  {
    file: `${INFRA}/config/variables.py`,
    check: 14,
    suites: CONFIG,
    breaks: [
      ['digits may be of any script', '"[0-9]{1,15}"', '"\\\\d{1,15}"'],
      ['something behind a number is taken', 'DIGITS.fullmatch(value)', 'DIGITS.match(value)'],
      ['a flag has one case', 'value.lower() in FLAGS', 'value in FLAGS'],
      [
        'a missing variable is an invalid one',
        '"is missing" if found["type"] == "missing" else found["msg"]',
        'found["msg"]',
      ],
      [
        'the last problem is told alone',
        '            problems.append(ConfigProblem(".".join',
        '            problems[:] = [ConfigProblem("", "")]\n            problems.append(ConfigProblem(".".join',
      ],
    ],
  },
  {
    file: `${INFRA}/config/config_error.py`,
    check: 14,
    suites: CONFIG,
    breaks: [['problems are not named', '*(f"  {each.variable} {each.message}" for each in self.problems),', '']],
  },
  {
    file: `${INFRA}/config/database_url.py`,
    check: 14,
    suites: CONFIG,
    breaks: [
      [
        'the parts win',
        '    if given is None:\n',
        '    if environment.get("DATABASE_HOST") is not None:\n        return _of_parts(environment, problems)\n    if given is None:\n',
      ],
      ['a database in memory is one', 'file in ("", ":memory:")', 'file == ""'],
      ['a fragment is taken', ' or parsed.fragment', ''],
      ['any scheme is taken', 'parsed.scheme not in SERVER_SCHEMES or ', ''],
      ['a port that is none is taken', '        _ = parsed.port\n', ''],
      ['passwords are not encoded', '(quote(each, "") for each in', '(each for each in'],
      ['an IPv6 host has no brackets', 'f"[{host}]" if ":" in host else quote(host, "")', 'quote(host, "")'],
      ['a relative file starts where the process does', '{PROJECT_ROOT / file}', '{file}'],
    ],
  },
  {
    file: `${INFRA}/config/environment.py`,
    check: 14,
    suites: CONFIG,
    breaks: [
      [
        'the file wins',
        '{name: value for name, value in read.items() if value is not None} | process',
        'process | {name: value for name, value in read.items() if value is not None}',
      ],
      ['a dollar sign is expanded', 'interpolate=False', 'interpolate=True'],
      ['what Nx has expanded wins', '        del process[name]\n', '        pass\n'],
    ],
  },
  {
    file: `${INFRA}/di/container.py`,
    check: 14,
    suites: ['integration', 'e2e', 'unit'],
    breaks: [
      [
        'an embedded database is not migrated',
        '        applied = await migrate_to_latest(database)\n',
        '        applied = ()\n',
      ],
      [
        'nobody says that an embedded database was migrated',
        '            logger.info("the embedded database was migrated", applied=applied)\n',
        '            pass\n',
      ],
      [
        'a server is migrated by the service',
        '    pending = await _pending_if_reachable(database)\n',
        '    pending = await migrate_to_latest(database)\n',
      ],
      [
        'nobody says that a server lacks migrations',
        '        logger.warning("the database lacks migrations", pending=pending)\n',
        '        pass\n',
      ],
      [
        'a server that is down is no reason to start',
        '    except UnavailableError:\n        return ()\n',
        '    except LookupError:\n        return ()\n',
      ],
      ['health is asked once', '        health.start()\n', ''],
      ['health is first asked later', '        await health.check()\n', ''],
      ['health is asked for ever', '            await health.stop()\n', '            pass\n'],
      ['the database stays open', '            await database.close()\n', '            pass\n'],
      [
        'the database stays open where it cannot be migrated',
        '        try:\n            await _prepare(database, logger)\n            yield database\n',
        '        await _prepare(database, logger)\n        try:\n            yield database\n',
      ],
      [
        'replacements replace nothing',
        '        UseCaseProvider(),\n        *replacements,\n',
        '        UseCaseProvider(),\n',
      ],
      ['a use case is missing', /        GetAccount,\n/, ''],
      [
        'every part is made anew',
        'class SystemProvider(Provider):\n    """The machine that the service runs on."""\n\n    scope = Scope.APP\n',
        'class SystemProvider(Provider):\n    """The machine that the service runs on."""\n\n    scope = Scope.REQUEST\n',
      ],
      [
        'events have the ids of somebody else',
        'SqlAlchemyUnitOfWork(database, ids.next)',
        'SqlAlchemyUnitOfWork(database, __import__("uuid").uuid4)',
      ],
    ],
  },
  {
    file: `${INFRA}/di/container.py`,
    check: 15,
    suites: ['integration', 'e2e', 'unit'],
    breaks: [
      ['nobody says that an adapter is a fake', '    logger.warning(message, adapter=type(fake).__name__)\n', ''],
      [
        'statements are not logged',
        'lambda statement: logger.info(\n                "statement", sql=statement.sql, milliseconds=statement.milliseconds\n            ),',
        'lambda statement: None,',
      ],
    ],
  },
  {
    file: `${INFRA}/health/database_health.py`,
    check: 14,
    suites: SUITES,
    breaks: [
      ['it is good before it was asked', 'self._healthy: bool | None = None', 'self._healthy: bool | None = True'],
      [
        'it stays good',
        '            self._failure = error\n            return False\n',
        '            self._failure = error\n            return True\n',
      ],
      [
        'an error is raised',
        'except Exception as error:\n            self._failure',
        'except LookupError as error:\n            self._failure',
      ],
      [
        'it waits for ever',
        'await asyncio.wait([self._question], timeout=self._options.timeout)\n        return',
        'await asyncio.wait([self._question])\n        return',
      ],
      ['a question is asked twice', 'if self._question is None or self._question.done():', 'if True:'],
      ['listeners are told every time', '        if healthy == before:\n            return\n', ''],
      ['listeners are not told', '            self._tell(listener, healthy)\n', '            pass\n'],
      [
        'a listener that fails stops the others',
        '        except Exception as error:\n            self._logger.error("a listener',
        '        except LookupError as error:\n            self._logger.error("a listener',
      ],
      ['whoever left is told', '                self._listeners.remove(listener)\n', '                pass\n'],
      [
        'it asks once',
        '        while True:\n            await asyncio.sleep(self._options.interval)\n            await self.check()\n',
        '        await asyncio.sleep(self._options.interval)\n        await self.check()\n',
      ],
      [
        'it asks after its end',
        '            self._watch.cancel()\n            await asyncio.wait([self._watch])\n',
        '',
      ],
      [
        'the last question is not waited for',
        '            await asyncio.wait([self._question], timeout=self._options.timeout)\n            self._question.cancel()',
        '            self._question.cancel()',
      ],
      ['the last question stays open', '            self._question.cancel()\n', ''],
      ['nobody is told after the end', '        self._listeners.clear()\n', ''],
      [
        'two watch',
        '        if self._watch is None:\n            self._watch',
        '        if True:\n            self._watch',
      ],
    ],
  },
  {
    file: `${INFRA}/health/database_health.py`,
    check: 15,
    suites: SUITES,
    breaks: [
      [
        'nobody says that the database is down',
        'self._logger.error("the database does not answer", exc_info=self._failure or late)',
        'pass',
      ],
      ['nobody says that the database is back', 'self._logger.info("the database answers again")', 'pass'],
      ['the first answer is a return', 'elif before is False:', 'else:'],
    ],
  },
  {
    file: `${INFRA}/logging/secrets.py`,
    check: 15,
    suites: SUITES,
    breaks: [
      ['properties show secrets', '"[redacted]" if SECRET_NAME.search(name) else _redacted(part)', '_redacted(part)'],
      ['URLs show secrets', 'USER_INFO.sub("://[redacted]@", value)', 'value'],
      ['pairs show secrets', 'PASSWORD_PAIR.sub(r"\\1=[redacted]", bare)', 'bare'],
      ['lists show secrets', '            return [_redacted(item) for item in value]\n', '            return value\n'],
      ['names have one case', 'credential|database_?url", re.IGNORECASE', 'credential|database_?url"'],
      ['a key of an API is no secret', 'api_?key|', ''],
      ['a token is no secret', 'token|', ''],
      ['a URL with a path is a secret', '"://[^\\s/]*@"', '"://[^\\s]*@"'],
    ],
  },
  {
    file: `${INFRA}/logging/error_for_log.py`,
    check: 15,
    suites: SUITES,
    breaks: [
      [
        'what a driver attached is shown',
        '    code = getattr(error, "code", None)\n',
        '    shown.update(error.__dict__)\n    code = getattr(error, "code", None)\n',
      ],
      [
        'causes are hidden',
        '    if cause is not None and depth > 0:\n        shown["cause"]',
        '    if False:\n        shown["cause"]',
      ],
      ['a chain of causes has no end', 'cause is not None and depth > 0', 'cause is not None'],
      ['errors of a group are hidden', 'if isinstance(error, BaseExceptionGroup) and depth > 0:', 'if False:'],
      ['codes are hidden', 'if isinstance(code, str):', 'if False:'],
      ['stacks are hidden', 'if error.__traceback__ is not None:', 'if False:'],
      [
        'what was suppressed is shown',
        '(None if error.__suppress_context__ else error.__context__)',
        'error.__context__',
      ],
    ],
  },
  {
    file: `${INFRA}/logging/logger.py`,
    check: 15,
    suites: SUITES,
    breaks: [
      ['nothing is redacted', 'return without_secrets(str(line))', 'return str(line)'],
      ['what a call has bound is not in its lines', '        structlog.contextvars.merge_contextvars,\n', ''],
      ['times have the zone of the machine', 'utc=True', 'utc=False'],
      ['lines have no time', /        structlog\.processors\.TimeStamper\(.*\),\n/, ''],
      ['lines have no level', '        structlog.processors.add_log_level,\n', ''],
      ['silent is not', 'processors=[_dropped] if level == "silent" else processors', 'processors=processors'],
      [
        'the level is not kept',
        'structlog.make_filtering_bound_logger(LEVELS[level])',
        'structlog.make_filtering_bound_logger(0)',
      ],
      ['lines have no service', /return logger\.bind\(service=".*"\)/, 'return logger.bind()'],
      ['errors are not shown', '        _with_error,\n', ''],
      ['libraries are heard at any level', 'handler.setLevel(logging.WARNING)', 'handler.setLevel(logging.DEBUG)'],
      ['errors of libraries are not shown', '            fields["exc_info"] = error\n', '            pass\n'],
      ['libraries are heard for ever', '        root.removeHandler(handler)\n', '        pass\n'],
    ],
  },
  {
    file: `${INFRA}/identity/uuid_generator.py`,
    check: 6,
    suites: ['unit'],
    breaks: [['ids tell the machine', /uuid4/g, 'uuid1']],
  },
  {
    file: `${INFRA}/time/system_clock.py`,
    check: 7,
    suites: ['unit'],
    breaks: [['the clock has no zone', 'datetime.now(UTC)', 'datetime.now()']],
  },
  {
    file: `${INFRA}/adapters/fake_*.py`,
    check: 17,
    suites: ['unit'],
    breaks: [
      ['a fake never fails', '        if self.failure is not None:\n            raise self.failure\n', ''],
      ['a fake remembers nothing', '        self.calls.append(RecordedCall(operation, given))\n', ''],
      ['all share one fake', /\{member: (\w+)\(\) for member in (\w+)\}/, 'dict.fromkeys($2, $1())'],
    ],
  },
];
