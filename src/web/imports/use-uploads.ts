import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Import, uploadImport } from "#api/imports.ts";
import { request } from "#web/platform/request.ts";

export type Upload = {
  key: string;
  fileName: string;
  state: "waiting" | "uploading" | "failed";
  /** How much of it has been sent, from 0 to 1. */
  sent: number;
  error?: unknown;
};

/** Sends files one after another; those that arrived leave the list, those that were refused stay with the reason. */
export function useUploads() {
  const queryClient = useQueryClient();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);

  const change = (key: string, next: Partial<Upload> | null) =>
    setUploads((all) => all.flatMap((each) => (each.key === key ? (next ? [{ ...each, ...next }] : []) : [each])));

  const take = async (files: readonly File[]): Promise<Import[]> => {
    const given = files.map((file) => ({ key: crypto.randomUUID(), file }));
    const waiting = given.map(({ key, file }): Upload => ({ key, fileName: file.name, state: "waiting", sent: 0 }));
    setUploads((all) => [...all.filter(({ state }) => state !== "failed"), ...waiting]);
    const arrived: Import[] = [];
    for (const { key, file } of given) {
      change(key, { state: "uploading" });
      try {
        const onProgress = (sent: number) => change(key, { sent });
        const options = { file, onProgress };
        arrived.push(await request(uploadImport, { fileName: file.name, body: file.stream() }, options));
        change(key, null);
      } catch (error) {
        change(key, { state: "failed", error });
      }
      await queryClient.invalidateQueries({ queryKey: ["imports", "list"] });
    }
    return arrived;
  };
  return { uploads, take, forget: (key: string) => change(key, null) };
}
