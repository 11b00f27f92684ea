import { availableParallelism, totalmem } from "node:os";

const mebibyte = 2 ** 20;

/** Settings for a small machine that runs other things too; given at every start, so that they are this version's. */
export function postgresSettings(socketDir: string, durable: boolean): Record<string, string> {
  const memoryMb = Math.floor(totalmem() / mebibyte);
  const cores = availableParallelism();
  return {
    ...memorySettings(memoryMb),
    listen_addresses: "",
    unix_socket_directories: socketDir,
    unix_socket_permissions: "0700",
    port: String(socketPort),
    cluster_name: "warmline",
    max_connections: "80",
    // One server and no replicas: what replication would need is not written.
    wal_level: "minimal",
    max_wal_senders: "0",
    max_wal_size: "2GB",
    checkpoint_timeout: "15min",
    fsync: durable ? "on" : "off",
    synchronous_commit: "on",
    full_page_writes: durable ? "on" : "off",
    // Compiling a query costs more than our short queries take.
    jit: "off",
    // What is not in its memory mostly is in the system's: handing such a read to another process costs more.
    io_method: "sync",
    // Parallel workers share memory through /dev/shm, of which containers have 64 MB.
    max_parallel_workers_per_gather: cores > 2 ? "2" : "0",
    random_page_cost: "1.1",
    // Every search reads the pending list from end to end: it stays short.
    gin_pending_list_limit: "1MB",
    autovacuum_naptime: "30s",
    timezone: "UTC",
    log_timezone: "UTC",
    lc_messages: "C",
    // The log must not carry what stands in the rows: no statements, no details with values.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_checkpoints: "off",
  };
}

/** The number in the socket's name; no port is opened. */
export const socketPort = 5432;

function memorySettings(memoryMb: number): Record<string, string> {
  return {
    // A page of the queue touches some five hundred blocks, of a million contacts' six gigabytes.
    shared_buffers: `${Math.max(64, Math.min(1024, Math.floor(memoryMb / 8)))}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(memoryMb / 2))}MB`,
    work_mem: "16MB",
    maintenance_work_mem: memoryMb >= 2048 ? "128MB" : "64MB",
  };
}
