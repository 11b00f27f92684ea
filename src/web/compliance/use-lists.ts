import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { importNumberList, listNumberLists, withdrawNumberList } from "#api/number-lists.ts";
import { request } from "#web/platform/request.ts";

const listsKey = ["compliance", "lists"];
const copiesMax = 200;

export type ListUpload = { file: File; list?: string | undefined; copiedOn?: string | undefined; whole: boolean };

/** The copies of do-not-call lists that are in force; a new one is uploaded, a wrong one withdrawn. */
export function useLists() {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: listsKey });

  const copies = useQuery({ queryKey: listsKey, queryFn: () => request(listNumberLists, { limit: copiesMax }) });
  const upload = useMutation({
    mutationFn: ({ file, list, copiedOn, whole }: ListUpload) =>
      request(
        importNumberList,
        { fileName: file.name, list, copiedOn, whole: whole ? "true" : "false", body: file.stream() },
        { file },
      ),
    onSuccess,
  });
  const withdraw = useMutation({ mutationFn: (id: string) => request(withdrawNumberList, { id }), onSuccess });
  return { copies, upload, withdraw };
}
