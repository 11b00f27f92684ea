import { readdirSync, readFileSync } from "node:fs";

const ticksPerSecond = 100;

export type Usage = { cpuSeconds: number; memoryMaxMb: number };

/** Processor time of a process and of everything below it, and the most memory that it alone has held; Linux only. */
export function usageOf(pid: number): Usage {
  return { cpuSeconds: cpuOf(pid), memoryMaxMb: memoryOf(pid) };
}

/** Processor time of a process, its living children and those that it has waited for. */
export function cpuOf(pid: number): number {
  const children = childrenOf(pid);
  return children.reduce((sum, child) => sum + cpuOf(child), ownCpu(pid));
}

export function childrenOf(pid: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((each) => statOf(each)?.[1] === String(pid));
}

function ownCpu(pid: number): number {
  const stat = statOf(pid);
  // After the name: state, ppid, … utime (12th), stime, and those of children that have ended.
  return stat ? [11, 12, 13, 14].reduce((sum, index) => sum + Number(stat[index]), 0) / ticksPerSecond : 0;
}

function statOf(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

function memoryOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
