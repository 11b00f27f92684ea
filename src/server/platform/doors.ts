/** The one clock of the program: a request, a job or a command happens at one instant. */
export function clock(): Date {
  return new Date();
}
