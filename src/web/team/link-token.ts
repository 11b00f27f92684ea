/** What stands after the "#" of a link; it never reaches a server's log. */
export function linkToken(): string {
  return decodeURIComponent(window.location.hash.slice(1));
}
