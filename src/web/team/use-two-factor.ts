import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sessionQuery } from "#web/platform/session.ts";
import { authRequest } from "#web/team/auth-request.ts";

export type SecondFactor = { totpURI: string; backupCodes: string[] };

/** Setting up the second factor: the secret first, then a code that proves the authenticator has it. */
export function useTwoFactor() {
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries(sessionQuery);
  const begin = useMutation({
    mutationFn: (password: string) => authRequest<SecondFactor>("/two-factor/enable", { password }),
  });
  const confirm = useMutation({
    mutationFn: (code: string) => authRequest("/two-factor/verify-totp", { code: code.replaceAll(/\s/g, "") }),
    onSuccess: refresh,
  });
  const disable = useMutation({
    mutationFn: (password: string) => authRequest("/two-factor/disable", { password }),
    onSuccess: refresh,
  });
  return { begin, confirm, disable };
}
