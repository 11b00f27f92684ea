/** Ends this session; the page is loaded anew, so that nothing of the person stays in memory. */
export async function signOut(): Promise<void> {
  await fetch("/api/auth/sign-out", {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  window.location.assign("/sign-in");
}
