/** The first 64 KB of a file, as far as they can be understood: what formats are recognised by. */
export type Sample = {
  name: string;
  size: number;
  container: "text" | "zip" | "xlsx";
  encoding: string;
  text: string;
  /** The cells of the first rows, when it is read as a table. */
  rows: string[][];
  delimiter: string;
  /** The names of the files in a zip. */
  entries: string[];
};
