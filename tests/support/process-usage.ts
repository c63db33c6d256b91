import { existsSync, readFileSync, readdirSync } from 'node:fs';

/** Whether this system tells what a process uses as Linux does (proc(5)). */
export const CAN_MEASURE = existsSync('/proc/self/stat');

/** The kernel counts processor time in hundredths of a second. */
const TICKS_PER_SECOND = 100;

/** Memory of a process that is in use now, and the most that ever was, in megabytes. */
export function memoryOf(pid: number): { now: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
  return { now: field('VmRSS'), most: field('VmHWM') };
}

/** Seconds of processor time that a process has used, its threads included. */
export function processorTimeOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name before the parenthesis may hold spaces; utime and stime are the fields 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** How often the threads of a process have been woken: what sleeps is never. */
export function wakingsOf(pid: number): number {
  return readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => {
    const status = readFileSync(`/proc/${pid}/task/${thread}/status`, 'utf8');
    return sum + Number(/^voluntary_ctxt_switches:\s+(\d+)/m.exec(status)?.[1]);
  }, 0);
}
