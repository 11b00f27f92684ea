import type pg from "pg";
import { z } from "zod";
import { Notice } from "#api/notices.ts";
import { noticesChannel } from "#server/platform/announce.ts";
import type { Log } from "#server/platform/log.ts";

const Envelope = z.object({ workspaceId: z.uuid(), notice: Notice });

type Watcher = { workspaceId: string; tell: (notice: Notice) => void; end: () => void };

export type Notices = {
  /** Until the returned function is called. */
  watch: (watcher: Watcher) => () => void;
  close: () => Promise<void>;
};

const retryMs = 1000;
const watchersMax = 5000;

/** The one listener of this process: it hears what transactions announce, in whatever process, and passes it on. */
export async function listenForNotices(pool: pg.Pool, log: Log): Promise<Notices> {
  const watchers = new Set<Watcher>();
  const state: { client: pg.PoolClient | undefined; isClosed: boolean; timer: NodeJS.Timeout | undefined } = {
    client: undefined,
    isClosed: false,
    timer: undefined,
  };

  const pass = ({ payload = "" }: pg.Notification) => {
    const { workspaceId, notice } = Envelope.parse(JSON.parse(payload));
    for (const watcher of watchers) if (watcher.workspaceId === workspaceId) watcher.tell(notice);
  };
  const connect = async () => {
    const client = await pool.connect();
    client.on("notification", pass);
    client.on("error", ({ message }) => lost(client, message));
    await client.query(`listen ${noticesChannel}`);
    state.client = client;
  };
  const lost = (client: pg.PoolClient, reason: string) => {
    if (state.client !== client) return;
    state.client = undefined;
    client.release(true);
    log.warn({ reason }, "the connection for notices was lost");
    again();
  };
  const again = () => {
    if (state.isClosed) return;
    state.timer = setTimeout(() => {
      connect().then(tellAll, again);
    }, retryMs);
  };
  // What was announced meanwhile was not heard: everybody asks again.
  const tellAll = () => {
    for (const { tell } of watchers) tell({ topic: "people_changed", contactIds: null });
  };

  await connect();
  return {
    watch: (watcher) => {
      const [oldest] = watchers.size >= watchersMax ? watchers : [];
      oldest?.end();
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    close: async () => {
      state.isClosed = true;
      clearTimeout(state.timer);
      for (const { end } of [...watchers]) end();
      const { client } = state;
      state.client = undefined;
      client?.release(true);
    },
  };
}
