import { accountRoutes } from "#server/accounts/routes.ts";
import { callQueueJobs } from "#server/call-queue/jobs.ts";
import { callQueueRoutes } from "#server/call-queue/routes.ts";
import { complianceRoutes } from "#server/compliance/routes.ts";
import { complianceReportRoutes } from "#server/compliance-reports/routes.ts";
import { contactViewRoutes } from "#server/contact-views/routes.ts";
import { contactRoutes } from "#server/contacts/routes.ts";
import { customFieldRoutes } from "#server/custom-fields/routes.ts";
import { importJobs } from "#server/imports/jobs.ts";
import { importRoutes } from "#server/imports/routes.ts";
import { importSchedules } from "#server/imports/schedules.ts";
import { numberListJobs } from "#server/number-lists/jobs.ts";
import { numberListRoutes } from "#server/number-lists/routes.ts";
import type { Job, Schedule } from "#server/platform/jobs.ts";
import type { Route } from "#server/platform/routing.ts";
import { playbookRoutes } from "#server/playbooks/routes.ts";
import { retentionRoutes } from "#server/retention/routes.ts";
import { retentionSchedules } from "#server/retention/schedules.ts";
import { rightsRoutes } from "#server/rights/routes.ts";
import { rightsSchedules } from "#server/rights/schedules.ts";
import { teamRoutes } from "#server/team/routes.ts";
import { teamSchedules } from "#server/team/schedules.ts";
import { touchpointJobs } from "#server/touchpoints/jobs.ts";
import { touchpointRoutes } from "#server/touchpoints/routes.ts";

/** Every way in, feature by feature: what HTTP and the queue can ask for; the command line in `commands.ts`. */
export const routes: readonly Route[] = [
  ...teamRoutes,
  ...callQueueRoutes,
  ...complianceRoutes,
  ...numberListRoutes,
  ...playbookRoutes,
  ...importRoutes,
  ...contactRoutes,
  ...contactViewRoutes,
  ...customFieldRoutes,
  ...accountRoutes,
  ...touchpointRoutes,
  ...rightsRoutes,
  ...retentionRoutes,
  ...complianceReportRoutes,
];

export const jobs: readonly Job[] = [...callQueueJobs, ...importJobs, ...touchpointJobs, ...numberListJobs];

export const schedules: readonly Schedule[] = [
  ...teamSchedules,
  ...importSchedules,
  ...rightsSchedules,
  ...retentionSchedules,
];
