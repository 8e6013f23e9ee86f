import { parentPort, workerData } from 'node:worker_threads';
import { formatHere, type Unformatted } from './format';

/** What a thread is started with by `workspaceFormatter`; it answers with the texts, and ends. */
const { root, files } = workerData as { root: string; files: readonly Unformatted[] };
void formatHere(root, files).then((texts) => parentPort?.postMessage(texts));
