import { useCallback, useEffect, useState } from "react";

export type CallNotes = { note: string; answers: Record<string, string>; said: string[] };

const empty: CallNotes = { note: "", answers: {}, said: [] };

/**
 * What a rep types during a call. It is kept in this browser with every stroke, so that neither a closed page nor a
 * lost connection loses it, and goes to the server together with the outcome.
 */
export function useCallNotes(contactId: string) {
  const key = `warmline.call.${contactId}`;
  const [notes, setNotes] = useState<CallNotes>(() => read(key));

  useEffect(() => {
    if (notes !== empty) localStorage.setItem(key, JSON.stringify(notes));
  }, [key, notes]);

  const setAnswer = useCallback(
    (questionId: string, answer: string) =>
      setNotes((before) => ({ ...before, answers: { ...before.answers, [questionId]: answer } })),
    [],
  );
  const setNote = useCallback((note: string) => setNotes((before) => ({ ...before, note })), []);
  const toggleSaid = useCallback(
    (id: string) =>
      setNotes((before) => ({
        ...before,
        said: before.said.includes(id) ? before.said.filter((each) => each !== id) : [...before.said, id],
      })),
    [],
  );
  const clear = useCallback(() => {
    localStorage.removeItem(key);
    setNotes(empty);
  }, [key]);

  return { notes, setAnswer, setNote, toggleSaid, clear };
}

function read(key: string): CallNotes {
  try {
    const kept: Partial<CallNotes> = JSON.parse(localStorage.getItem(key) ?? "{}");
    return kept.note === undefined ? empty : { ...empty, ...kept };
  } catch {
    return empty; // written by an older version
  }
}
