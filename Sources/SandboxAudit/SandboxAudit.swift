// SandboxAudit
