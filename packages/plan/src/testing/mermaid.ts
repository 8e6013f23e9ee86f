import { execFileSync } from 'node:child_process';

/** Mermaid is an ES module that wants a browser's document, so it runs in a process of its own. */
const SCRIPT = `
import { JSDOM } from 'jsdom';
const { window } = new JSDOM('');
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import('mermaid');
const texts = JSON.parse(await new Response(process.stdin).text());
const problems = [];
for (const text of texts) {
  try { await mermaid.parse(text); problems.push(''); } catch (error) { problems.push(String(error.message)); }
}
process.stdout.write(JSON.stringify(problems));
`;

/** What Mermaid's own parser says against each diagram; empty for one that it draws. */
export function mermaidProblems(diagrams: readonly string[]): string[] {
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', SCRIPT], {
    input: JSON.stringify(diagrams),
    cwd: __dirname,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return JSON.parse(output) as string[];
}
