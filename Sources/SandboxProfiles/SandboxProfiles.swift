// SandboxProfiles
