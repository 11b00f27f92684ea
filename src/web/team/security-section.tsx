import { PasswordSection } from "#web/team/password-section.tsx";
import { SecondFactorSection } from "#web/team/second-factor-section.tsx";
import { SessionsSection } from "#web/team/sessions-section.tsx";

/** How one signs in, and where one is signed in. */
export function SecuritySection() {
  return (
    <>
      <PasswordSection />
      <SecondFactorSection />
      <SessionsSection />
    </>
  );
}
