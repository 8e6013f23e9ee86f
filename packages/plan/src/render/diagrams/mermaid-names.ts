/** Words that Mermaid's lexers take for their own, whatever their case, at the beginning of a state's name. */
const STATE_WORDS =
  /^(?:state|note|style|class|click|scale|default|acc_?title|acc_?descr|title|href|end|fork|join|choice|history|hide|direction|left|right|tb|bt|lr|rl|empty|as\b|sd\b)/i;

/** The name of a class; a name of a valid model stays as it is. */
export function className(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}_]/gu, '_');
  return /^\p{Lu}/u.test(plain) ? plain : `T_${plain}`;
}

/** Text where Mermaid expects a word or a short text: without brackets, quotes and signs of its own. */
export function plainLabel(text: string): string {
  return text.replace(/[^\p{L}\p{N}_.,? -]/gu, '_').trim();
}

/** The name of a state, and how to declare it where the name alone would be misread. */
export function stateName(state: string): { readonly id: string; readonly declaration?: string } {
  const plain = state.replace(/[^\p{L}\p{N}_]/gu, '_');
  if (plain === state && !STATE_WORDS.test(state)) return { id: state };
  return { id: `s_${plain}`, declaration: `state "${plainLabel(state)}" as s_${plain}` };
}
