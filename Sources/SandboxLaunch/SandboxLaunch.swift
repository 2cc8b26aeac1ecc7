// SandboxLaunch
