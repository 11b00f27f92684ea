import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import * as api from "#api/team.ts";
import { request } from "#web/platform/request.ts";
import { sessionQuery } from "#web/platform/session.ts";
import { usePages } from "#web/ui/use-pages.ts";

const membersKey = ["team", "members"];
const invitationsKey = ["team", "invitations"];

export function useMembers(deactivated = false) {
  return usePages([...membersKey, deactivated], (cursor) =>
    request(api.listMembers, { limit: 100, deactivated: String(deactivated), ...(cursor && { cursor }) }),
  );
}

export function useInvitations() {
  return usePages(invitationsKey, (cursor) => request(api.listInvitations, { limit: 50, ...(cursor && { cursor }) }));
}

/** What an admin does with people; each names the lists that it changes. */
export function useManagePeople() {
  const queryClient = useQueryClient();
  const refreshMembers = async () => {
    await queryClient.invalidateQueries({ queryKey: membersKey });
    await queryClient.invalidateQueries(sessionQuery);
  };
  const refreshInvitations = () => queryClient.invalidateQueries({ queryKey: invitationsKey });
  const change = useMutation({
    mutationFn: (changes: z.input<typeof api.changeMember.input>) => request(api.changeMember, changes),
    onSuccess: refreshMembers,
  });
  const deactivate = useMutation({
    mutationFn: (userId: string) => request(api.deactivateMember, { userId }),
    onSuccess: refreshMembers,
  });
  const reactivate = useMutation({
    mutationFn: (userId: string) => request(api.reactivateMember, { userId }),
    onSuccess: refreshMembers,
  });
  const makeLink = useMutation({
    mutationFn: (wanted: z.input<typeof api.makePasswordLink.input>) => request(api.makePasswordLink, wanted),
  });
  const invite = useMutation({
    mutationFn: (invitation: z.input<typeof api.invite.input>) => request(api.invite, invitation),
    onSuccess: refreshInvitations,
  });
  const revoke = useMutation({
    mutationFn: (id: string) => request(api.revokeInvitation, { id }),
    onSuccess: refreshInvitations,
  });
  return { change, deactivate, reactivate, makeLink, invite, revoke };
}

export type ManagePeople = ReturnType<typeof useManagePeople>;
