import { rmSync } from "node:fs";
import { type Cursor, cursorOver } from "#server/number-lists/file/open-numbers.ts";
import { writeNumbers } from "#server/number-lists/file/write-numbers.ts";

const runNumbersMax = 8 * 1024 * 1024;

export type NumberSorter = {
  add: (number: number) => void;
  /** All that was added, ascending and distinct; nothing can be added any more. */
  sorted: () => Cursor;
  /** Takes its files away. */
  close: () => void;
};

/** Sorts any number of numbers with 64 MB: sorted runs on the disk, merged while they are read. */
export function sortNumbers(pathPrefix: string, runMax = runNumbersMax): NumberSorter {
  let run = new Float64Array(Math.min(runMax, 64 * 1024));
  let count = 0;
  const paths: string[] = [];
  let cursors: Cursor[] = [];
  const spill = () => {
    const sorted = run.subarray(0, count).sort();
    const path = `${pathPrefix}.run-${paths.length}`;
    const writer = writeNumbers(path);
    let before = -1;
    for (let index = 0; index < count; index += 1) {
      const number = sorted[index] ?? 0;
      if (number !== before) writer.add(number);
      before = number;
    }
    writer.finish();
    paths.push(path);
    count = 0;
  };
  return {
    add: (number) => {
      if (count === run.length) {
        if (count === runMax) spill();
        else run = copyInto(new Float64Array(Math.min(runMax, count * 4)), run);
      }
      run[count] = number;
      count += 1;
    },
    sorted: () => {
      if (count > 0) spill();
      run = new Float64Array(0);
      cursors = paths.map((path) => cursorOver(path));
      return merged(cursors);
    },
    close: () => {
      for (const cursor of cursors) cursor.close();
      for (const path of paths) rmSync(path, { force: true });
    },
  };
}

function copyInto(to: Float64Array<ArrayBuffer>, from: Float64Array): Float64Array<ArrayBuffer> {
  to.set(from);
  return to;
}

/** One ascending, distinct sequence of several. */
export function merged(cursors: readonly Cursor[]): Cursor {
  const [only] = cursors;
  if (only && cursors.length === 1) return only;
  const heap = [...cursors].sort((one, other) => one.value - other.value);
  const top: Cursor = {
    value: heap[0]?.value ?? Number.POSITIVE_INFINITY,
    total: cursors.reduce((sum, { total }) => sum + total, 0),
    next: () => {
      const { value } = top;
      while (heap[0] && heap[0].value === value && value !== Number.POSITIVE_INFINITY) {
        heap[0].next();
        sink(heap);
      }
      top.value = heap[0]?.value ?? Number.POSITIVE_INFINITY;
    },
    close: () => {
      for (const cursor of cursors) cursor.close();
    },
  };
  return top;
}

/** The first has grown: lets it fall to its place in the heap. */
function sink(heap: Cursor[]): void {
  const [moving] = heap;
  if (!moving) return;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    const left = heap[child];
    if (!left) break;
    const right = heap[child + 1];
    if (right && right.value < left.value) child += 1;
    const smaller = right && right.value < left.value ? right : left;
    if (smaller.value >= moving.value) break;
    heap[at] = smaller;
    at = child;
  }
  heap[at] = moving;
}
