import type { Check } from './check';

/** Reports what could not be parsed: checks are blind there. One finding per file, because one slip makes many errors. */
export const syntaxCheck: Check = {
  rules: ['source/syntax'],
  open: () => ({
    file(file) {
      const [first, ...more] = file.facts?.errors ?? [];
      if (first === undefined) return [];
      const others = more.length === 0 ? '' : ` (and ${more.length} more behind it)`;
      return [
        {
          rule: 'source/syntax',
          severity: 'warning',
          message: `This cannot be parsed: ${first.message}${others}`,
          hint: 'Mend it; until then, checks see only part of the file.',
          span: file.span(first.at),
        },
      ];
    },
  }),
};
