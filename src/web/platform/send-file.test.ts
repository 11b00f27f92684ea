import { afterEach, expect, test, vi } from "vitest";
import { sendFile } from "#web/platform/send-file.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

type Event = { loaded: number; total: number };

/** The browser's own, as far as a file needs it: sends in two pieces and answers, or breaks off. */
function aNetwork({ breaks }: { breaks: boolean }) {
  const sent: Record<string, string> = {};
  class Xhr {
    upload: { onprogress?: (event: Event) => void } = {};
    onload?: () => void;
    onerror?: () => void;
    status = 201;
    response = new Blob(['{"id":"1"}']);
    open(method: string, url: string) {
      Object.assign(sent, { method, url });
    }
    setRequestHeader(name: string, value: string) {
      sent[name] = value;
    }
    getResponseHeader() {
      return "application/json";
    }
    send() {
      this.upload.onprogress?.({ loaded: 5, total: 10 });
      if (breaks) return this.onerror?.();
      this.upload.onprogress?.({ loaded: 10, total: 10 });
      return this.onload?.();
    }
  }
  vi.stubGlobal("XMLHttpRequest", Xhr);
  return sent;
}

const init = { method: "POST", headers: { "idempotency-key": "one" }, body: new Blob(["0123456789"]) };

test("a file is sent with its headers, says how far it is, and ends in the answer", async () => {
  const sent = aNetwork({ breaks: false });
  const shares: number[] = [];

  const answer = await sendFile("/api/v1/imports?fileName=a.csv", init, (share) => shares.push(share));

  expect(sent).toEqual({ method: "POST", url: "/api/v1/imports?fileName=a.csv", "idempotency-key": "one" });
  expect(shares).toEqual([0.5, 1]);
  expect([answer.status, await answer.json()]).toEqual([201, { id: "1" }]);
});

test("a connection that breaks is an error, as with fetch", async () => {
  aNetwork({ breaks: true });

  await expect(sendFile("/", init, () => undefined)).rejects.toThrow(TypeError);
});
