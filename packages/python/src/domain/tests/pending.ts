import { commentText, type Stub, todoText } from '@planner/target';
import { pyString } from '../../text';
import type { Titles } from './titles';

/** A test that waits for a stub: skipped, with what is to do as the reason that reports show. */
export interface PendingView {
  readonly name: string;
  readonly reason: string;
}

export function pendingTests(stubs: readonly Stub[], titles: Titles): PendingView[] {
  return stubs.map((stub) => ({
    name: titles.name(`${stub.name} is to be written`),
    reason: pyString(commentText(todoText(stub))),
  }));
}
