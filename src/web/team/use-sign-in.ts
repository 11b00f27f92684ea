import { useMutation, useQueryClient } from "@tanstack/react-query";
import { authRequest } from "#web/team/auth-request.ts";

export function useSignIn() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (given: { email: string; password: string }) => {
      const { twoFactorRedirect } = await authRequest<{ twoFactorRedirect?: boolean }>("/sign-in/email", given);
      return { needsCode: twoFactorRedirect === true };
    },
    onSuccess: () => queryClient.clear(),
  });
}

type Code = { code: string; trustDevice: boolean; withBackupCode: boolean };

export function useSecondFactor() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ withBackupCode, ...given }: Code) =>
      authRequest(withBackupCode ? "/two-factor/verify-backup-code" : "/two-factor/verify-totp", given),
    onSuccess: () => queryClient.clear(),
  });
}
