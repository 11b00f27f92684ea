import { z } from "zod";

// The page's content policy forbids code made from text, which the library would try first. A schema looks at this
// when it is made, so this file is imported before every contract.
z.config({ jitless: true });
