/** The share of a file that has left, from 0 to 1. */
export type OnProgress = (share: number) => void;

/** As `fetch` with a file for a body, which does not say how far it is. */
export function sendFile(url: string, init: RequestInit & { body: Blob }, onProgress: OnProgress): Promise<Response> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(init.method ?? "POST", url);
    for (const [name, value] of Object.entries(init.headers ?? {})) xhr.setRequestHeader(name, String(value));
    xhr.responseType = "blob";
    xhr.upload.onprogress = ({ loaded, total }) => {
      if (total > 0) onProgress(loaded / total);
    };
    xhr.onload = () => {
      const type = xhr.getResponseHeader("content-type");
      resolve(new Response(xhr.response, { status: xhr.status, headers: type ? { "content-type": type } : {} }));
    };
    xhr.onerror = () => reject(new TypeError("connection lost"));
    xhr.onabort = () => reject(new DOMException("aborted", "AbortError"));
    init.signal?.addEventListener("abort", () => xhr.abort());
    xhr.send(init.body);
  });
}
